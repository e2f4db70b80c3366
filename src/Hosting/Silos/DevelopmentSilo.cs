using System.Net;
using Orleans.Configuration;

namespace CampaignEngine.Hosting.Silos;

/// <summary>One silo that nobody else can reach: loopback only, no port for clients.</summary>
internal static class DevelopmentSilo
{
    /// <summary>Orleans keeps these in what it stores; they never change.</summary>
    private const string ClusterName = "campaign-engine";

    public static void Configure(ISiloBuilder silo)
    {
        var endpoint = new IPEndPoint(IPAddress.Loopback, SiloPort.FindFree());
        silo.UseDevelopmentClustering(endpoint);
        silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ClusterId = ClusterName;
            cluster.ServiceId = ClusterName;
        });
        silo.Configure<EndpointOptions>(endpoints =>
        {
            endpoints.AdvertisedIPAddress = endpoint.Address;
            endpoints.SiloPort = endpoint.Port;
            endpoints.SiloListeningEndpoint = endpoint;
            endpoints.GatewayPort = 0;
        });
    }
}
