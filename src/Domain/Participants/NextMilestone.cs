using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>The milestone of points that is nearest.</summary>
/// <param name="Points">The total that reaches it: of one that repeats, the multiple that comes next.</param>
/// <param name="Remaining">Points to go; 0 when only the next entry is missing.</param>
public readonly record struct NextMilestone(string Id, string Name, long Points, long Remaining)
{
    /// <summary>Null when the campaign has none that is not reached and none that repeats.</summary>
    public static NextMilestone? Of(Campaign campaign, Participant participant)
    {
        NextMilestone? nearest = null;
        foreach (var milestone in campaign.Milestones)
        {
            if (milestone.Points is not null
                && Threshold(milestone, participant.Milestones.TimesOf(milestone.Id)) is { } points
                && (nearest is null || points < nearest.Value.Points))
            {
                nearest = new NextMilestone(
                    milestone.Id, milestone.Name, points, Math.Max(0, points - participant.TotalPoints));
            }
        }

        return nearest;
    }

    /// <summary>The total, or the count, at which it fires next; null when it never will.</summary>
    /// <param name="times">How often it has fired.</param>
    internal static long? Threshold(Milestone milestone, long times)
    {
        if (times > 0 && !milestone.Repeats)
            return null;
        var each = milestone.Points ?? milestone.Count!.Value;
        // It may have been raised since the milestone fired so often.
        return times < Participant.MaxTotalPoints / each ? each * (times + 1) : null;
    }
}
