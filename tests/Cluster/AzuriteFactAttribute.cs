using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests;

/// <summary>A test on Azurite: left out, with the reason, where Azurite is not installed.</summary>
internal sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = Azurite.SkipReason;
}
