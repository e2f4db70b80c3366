using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Clustering.AzureTables.Tests;

/// <summary>A test that needs Azurite. Without it a developer's run leaves the test out and says why; in CI it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = Azurite.SkipReason;
}
