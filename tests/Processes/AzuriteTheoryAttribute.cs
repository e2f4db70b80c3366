using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Processes.Tests;

/// <summary>As <see cref="AzuriteFactAttribute"/>.</summary>
internal sealed class AzuriteTheoryAttribute : TheoryAttribute
{
    public AzuriteTheoryAttribute() => Skip = Azurite.SkipReason;
}
