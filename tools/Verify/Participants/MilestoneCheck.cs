using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Verify.Participants;

/// <summary>Which milestones an entry reaches: a bonus may reach the next one, until nothing more fires.</summary>
internal static class MilestoneCheck
{
    /// <param name="total">Before the entry.</param>
    /// <param name="steps">What comes to it: points of the event, then the prize's. Bonuses come after each.</param>
    /// <returns>How often each fires; none that does not.</returns>
    public static Dictionary<string, long> Reached(Campaign campaign, ParticipantLedger ledger, long total, params ReadOnlySpan<long> steps)
    {
        Dictionary<string, long> fired = [];
        foreach (var step in steps)
        {
            total += step;
            for (var again = true; again;)
            {
                again = false;
                foreach (var milestone in campaign.Milestones)
                {
                    var times = Due(milestone, ledger, total)
                        - ledger.MilestoneTimes.GetValueOrDefault(milestone.Id) - fired.GetValueOrDefault(milestone.Id);
                    if (times <= 0)
                        continue;
                    fired[milestone.Id] = fired.GetValueOrDefault(milestone.Id) + times;
                    total += times * milestone.BonusPoints;
                    again = true;
                }
            }
        }

        return fired;
    }

    /// <returns>What is wrong, or null.</returns>
    public static string? Compare(Campaign campaign, Dictionary<string, long> expected, StoredMilestone[]? reached)
    {
        var found = reached ?? [];
        if (found.Select(milestone => milestone.Id).Distinct().Count() != found.Length)
            return "names a milestone twice";
        foreach (var milestone in found)
        {
            var times = milestone.Times ?? 1;
            if (expected.GetValueOrDefault(milestone.Id) != times)
                return $"reaches milestone {milestone.Id} {times} times, and it is due {expected.GetValueOrDefault(milestone.Id)} times";
            if (milestone.BonusPoints != times * campaign.Milestones.First(one => one.Id == milestone.Id).BonusPoints)
                return $"gives {milestone.BonusPoints} for milestone {milestone.Id}, and the definition does not";
        }

        return expected.Keys.Except(found.Select(milestone => milestone.Id)).FirstOrDefault() is { } missing
            ? $"does not reach milestone {missing}, and it is due"
            : null;
    }

    private static long Due(Milestone milestone, ParticipantLedger ledger, long total)
    {
        var (have, each) = milestone.Points is { } points
            ? (total, points)
            : (ledger.EventCounts.GetValueOrDefault(milestone.EventType!), milestone.Count!.Value);
        return have < each ? 0 : milestone.Repeats ? have / each : 1;
    }
}
