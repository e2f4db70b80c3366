using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>Decides a correction of somebody's points.</summary>
public static class PointsAdjuster
{
    /// <param name="points">To add or, below 0, to take.</param>
    /// <returns>What is really added or taken, and what it reaches; null when the total could pass its limit.</returns>
    public static PointsAdjusted? Adjust(Campaign campaign, Participant participant, long points)
    {
        var applied = Math.Max(points, -participant.TotalPoints);
        return PointsGrant.Of(campaign, participant, applied) is { } grant
            ? new PointsAdjusted(applied, campaign.Version, grant.MilestonesReached)
            : null;
    }
}
