using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Hashing;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Grains.Registry;

/// <summary>One version of a campaign, compiled, with its status and, once it was activated, its unsealed secrets.</summary>
public sealed class CampaignHandle(Campaign campaign, CampaignStatus status, byte[]? campaignKey, byte[]? seed)
{
    private readonly KeyedHash? _campaignKey = campaignKey is null ? null : new KeyedHash(campaignKey);
    private readonly CampaignDraw? _draw = seed is null ? null : new CampaignDraw(seed, campaign.Id.Value);

    public Campaign Campaign { get; } = campaign;

    public CampaignStatus Status { get; } = status;

    public CampaignId Id => Campaign.Id;

    /// <summary>The status at a time: ended as soon as the end has passed, also while that is not yet journalled.</summary>
    public CampaignStatus StatusAt(DateTimeOffset now) =>
        Status is CampaignStatus.Active or CampaignStatus.Paused && now >= Campaign.EndsAt ? CampaignStatus.Ended : Status;

    /// <summary>Drafts have no participants yet, because they have no campaign key.</summary>
    public bool WasActivated => _campaignKey is not null;

    /// <summary>Whether the campaign is over for ever, also when nobody has recorded its end yet.</summary>
    public bool HasEndedAt(DateTimeOffset now) => Status == CampaignStatus.Ended || (WasActivated && now >= Campaign.EndsAt);

    /// <exception cref="InvalidOperationException">The campaign was never activated.</exception>
    public CampaignDraw Draw => _draw ?? throw new InvalidOperationException("A draft has no seed.");

    /// <exception cref="InvalidOperationException">The campaign was never activated.</exception>
    public ParticipantRef RefOf(string userId) =>
        ParticipantRef.Of(_campaignKey ?? throw new InvalidOperationException("A draft has no participants."), userId);
}
