namespace CampaignEngine.Gateway;

public enum GatewayMode
{
    /// <summary>A silo in the same process: alone, or one of a cluster.</summary>
    Embedded,

    /// <summary>No silo; calls those of a cluster.</summary>
    Client,
}
