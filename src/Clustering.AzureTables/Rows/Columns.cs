namespace CampaignEngine.Clustering.AzureTables.Rows;

/// <summary>
/// The names of the columns, all of them strings, as Orleans' own Azure package (Microsoft.Orleans.Clustering.AzureStorage
/// 10.4) names them. A cluster can change to that package on the same table, so names and formats never change.
/// </summary>
internal static class Columns
{
    /// <summary>The cluster id, in the partition key too.</summary>
    public const string DeploymentId = "DeploymentId";

    public const string Address = "Address";
    public const string Port = "Port";
    public const string Generation = "Generation";
    public const string HostName = "HostName";

    /// <summary>The name of a SiloStatus.</summary>
    public const string Status = "Status";

    /// <summary>The port for clients; "0" where a silo takes none.</summary>
    public const string ProxyPort = "ProxyPort";

    public const string RoleName = "RoleName";
    public const string SiloName = "SiloName";

    /// <summary>The silo's name a second time, for very old readers.</summary>
    public const string InstanceName = "InstanceName";

    public const string UpdateZone = "UpdateZone";
    public const string FaultZone = "FaultZone";

    /// <summary>Silo addresses (<c>ip:port@generation</c>) between '|'; empty for none.</summary>
    public const string SuspectingSilos = "SuspectingSilos";

    /// <summary>As many times as there are suspecting silos, between '|'.</summary>
    public const string SuspectingTimes = "SuspectingTimes";

    /// <summary>UTC, <c>yyyy-MM-dd HH:mm:ss.fff GMT</c>, as all times here.</summary>
    public const string StartTime = "StartTime";

    public const string IAmAliveTime = "IAmAliveTime";

    /// <summary>Only in the version row and the two fence rows: a whole number.</summary>
    public const string MembershipVersion = "MembershipVersion";
}
