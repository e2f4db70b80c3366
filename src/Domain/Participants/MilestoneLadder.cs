using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>
/// Which milestones a total and the counts of events reach. A bonus may reach the next one; each fires once, or at every
/// multiple where it repeats.
/// </summary>
internal readonly ref struct MilestoneLadder(Campaign campaign, Participant participant, string? countedEventType)
{
    /// <returns>Those newly reached, in order of reaching, each once, and the total with their bonuses.</returns>
    public (ImmutableArray<ReachedMilestone> Reached, long Total) Climb(ImmutableArray<ReachedMilestone> already, long total)
    {
        var reached = already;
        // Again until nothing fires, because a bonus may reach one that comes before it. It ends: those that repeat give
        // back at most half of a total.
        while (true)
        {
            var (before, again) = (total, false);
            foreach (var milestone in campaign.Milestones)
            {
                var times = Due(milestone, total) is var due and > 0
                    ? due - participant.Milestones.TimesOf(milestone.Id) - TimesIn(reached, milestone.Id)
                    : 0;
                if (times <= 0)
                    continue;
                reached = Add(reached, milestone, times);
                total += milestone.BonusPoints * times;
                again = true;
            }

            if (!again || total == before)
                return (reached, total);
        }
    }

    /// <summary>The total that <see cref="Climb"/> from nothing would come to, without making the list.</summary>
    public long Highest(long start)
    {
        var total = start;
        while (true)
        {
            var next = start;
            foreach (var milestone in campaign.Milestones)
            {
                if (Due(milestone, total) is var due and > 0)
                    next += milestone.BonusPoints * Math.Max(0, due - participant.Milestones.TimesOf(milestone.Id));
            }

            if (next == total)
                return total;
            total = next;
        }
    }

    /// <summary>How often it would have fired by now had it been there from the start.</summary>
    public long Due(Milestone milestone, long total)
    {
        var (have, each) = milestone.Points is { } points
            ? (total, points)
            : (Count(milestone.EventType!), milestone.Count!.Value);
        if (have < each)
            return 0;
        return milestone.Repeats ? have / each : 1;
    }

    public long Count(string eventType) =>
        participant.EventCounts.CountOf(eventType) + (eventType == countedEventType ? 1 : 0);

    private static long TimesIn(ImmutableArray<ReachedMilestone> reached, string id)
    {
        foreach (var milestone in reached)
        {
            if (milestone.Id == id)
                return milestone.Times;
        }

        return 0;
    }

    private static ImmutableArray<ReachedMilestone> Add(ImmutableArray<ReachedMilestone> reached, Milestone milestone, long times)
    {
        var bonus = milestone.BonusPoints * times;
        for (var i = 0; i < reached.Length; i++)
        {
            if (reached[i].Id == milestone.Id)
            {
                return reached.SetItem(i, reached[i] with
                {
                    BonusPoints = reached[i].BonusPoints + bonus,
                    Times = reached[i].Times + times,
                });
            }
        }

        return reached.Add(new ReachedMilestone(milestone.Id, milestone.Name, bonus) { Times = times });
    }
}
