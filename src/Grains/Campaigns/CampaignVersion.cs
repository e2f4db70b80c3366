using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Campaigns;

/// <summary>One version of a definition, as it was sent.</summary>
/// <param name="Actor">Who sent it, as in the audit; null when that was not kept.</param>
internal sealed record CampaignVersion(byte[] Document, DateTimeOffset At, string? Actor)
{
    /// <exception cref="JournalDamagedException">What was kept as a definition is none.</exception>
    public CampaignDefinition Read() => CampaignDefinitionReader.Read(Document).Definition
        ?? throw new JournalDamagedException($"The version of {At:O} is not a valid definition.");
}
