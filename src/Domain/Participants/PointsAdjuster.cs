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
        var ladder = new MilestoneLadder(campaign, participant, countedEventType: null);
        var (reached, total) = ladder.Climb([], participant.TotalPoints + applied);
        return total > Participant.MaxTotalPoints ? null : new PointsAdjusted(applied, campaign.Version, reached);
    }
}
