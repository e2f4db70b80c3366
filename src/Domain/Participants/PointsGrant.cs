using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>What points that come from no event lead to: milestones may be reached, and their bonuses come on top.</summary>
/// <param name="Total">The participant's total afterwards.</param>
public readonly record struct PointsGrant(ImmutableArray<ReachedMilestone> MilestonesReached, long Total)
{
    /// <param name="points">To add or, below 0, to take; not more than there are.</param>
    /// <returns>Null when the total could pass its limit.</returns>
    public static PointsGrant? Of(Campaign campaign, Participant participant, long points)
    {
        var (reached, total) = new MilestoneLadder(campaign, participant, countedEventType: null).Climb([], participant.TotalPoints + points);
        return total > Participant.MaxTotalPoints ? null : new PointsGrant(reached, total);
    }
}
