using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Codes;

/// <summary>Decides what a code gives.</summary>
public static class CodeRedeemer
{
    /// <param name="points">The code's.</param>
    /// <returns>Null when the total could pass its limit.</returns>
    public static CodeRedeemed? Redeem(Campaign campaign, Participant participant, Guid batch, int index, long points) =>
        PointsGrant.Of(campaign, participant, points) is { } grant
            ? new CodeRedeemed(batch, index, points, campaign.Version, grant.MilestonesReached)
            : null;
}
