using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Grains.Tests.Secrets;

/// <summary>A test that needs Azurite; skipped with the reason where it is not installed.</summary>
public sealed class AzuriteFactAttribute : FactAttribute
{
    public AzuriteFactAttribute() => Skip = Azurite.SkipReason!;
}
