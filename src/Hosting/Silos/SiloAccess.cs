using CampaignEngine.Hosting.Clusters;

namespace CampaignEngine.Hosting.Silos;

internal sealed class SiloAccess(ISiloStatusOracle silo) : IClusterAccess
{
    public string? WhyNot => silo.CurrentStatus == SiloStatus.Active ? null : "The silo is not active";
}
