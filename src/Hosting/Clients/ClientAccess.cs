using CampaignEngine.Hosting.Clusters;

namespace CampaignEngine.Hosting.Clients;

/// <summary>Counts the silos that this client is connected to.</summary>
internal sealed class ClientAccess : IClusterAccess, IClusterConnectionStatusObserver
{
    private volatile int _silos;
    private volatile bool _wasConnected;

    public string? WhyNot => _silos > 0 ? null : "No silo of the cluster can be reached";

    /// <summary>Whether it was connected once and has lost every silo since.</summary>
    public bool IsLost => _wasConnected && _silos == 0;

    public void NotifyGatewayCountChanged(int currentNumberOfGateways, int previousNumberOfGateways, bool connectionRecovered)
    {
        _silos = currentNumberOfGateways;
        if (currentNumberOfGateways > 0)
            _wasConnected = true;
    }

    /// <summary>The count says the same.</summary>
    public void NotifyClusterConnectionLost()
    {
    }
}
