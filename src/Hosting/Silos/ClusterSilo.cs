using CampaignEngine.Hosting.Clusters;
using Orleans.Configuration;

namespace CampaignEngine.Hosting.Silos;

/// <summary>
/// One silo of a cluster. Orleans reads the provider, the cluster's name, the endpoints and the silo's name from the
/// configuration itself.
/// </summary>
internal static class ClusterSilo
{
    public static void Configure(ISiloBuilder silo)
    {
        silo.Configure<ClusterMembershipOptions>(ClusterDefaults.Configure);
        silo.Configure<ClusterMembershipOptions>(silo.Configuration.GetSection(ClusterDefaults.MembershipSection));
    }
}
