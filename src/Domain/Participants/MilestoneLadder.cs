using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>Which milestones a total reaches. A bonus may reach the next one; each fires once.</summary>
internal static class MilestoneLadder
{
    /// <returns>Those newly reached, lowest first, and the total with their bonuses.</returns>
    public static (ImmutableArray<ReachedMilestone> Reached, long Total) Climb(
        Campaign campaign, Participant participant, ImmutableArray<ReachedMilestone> already, long total)
    {
        var reached = already;
        foreach (var milestone in campaign.Milestones)
        {
            if (total < milestone.Points)
                break;
            if (participant.MilestonesReached.Contains(milestone.Id) || Contains(reached, milestone.Id))
                continue;
            reached = reached.Add(new ReachedMilestone(milestone.Id, milestone.Name, milestone.BonusPoints));
            total += milestone.BonusPoints;
        }

        return (reached, total);
    }

    /// <summary>The nearest milestone that is not reached yet, or null.</summary>
    public static Milestone? Next(Campaign campaign, Participant participant)
    {
        foreach (var milestone in campaign.Milestones)
        {
            if (!participant.MilestonesReached.Contains(milestone.Id))
                return milestone;
        }

        return null;
    }

    private static bool Contains(ImmutableArray<ReachedMilestone> reached, string id)
    {
        foreach (var milestone in reached)
        {
            if (milestone.Id == id)
                return true;
        }

        return false;
    }
}
