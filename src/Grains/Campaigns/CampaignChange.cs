using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Campaigns;

namespace CampaignEngine.Grains.Campaigns;

/// <summary>An entry to keep, or what to answer without one.</summary>
internal readonly record struct CampaignChange(
    StoredCampaignEntry? Entry, CampaignReplyStatus Status, IReadOnlyList<DefinitionErrorView>? Errors = null)
{
    public static implicit operator CampaignChange(StoredCampaignEntry entry) => new(entry, CampaignReplyStatus.Done);

    public static implicit operator CampaignChange(CampaignReplyStatus status) => new(null, status);
}
