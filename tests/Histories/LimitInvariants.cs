using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Points;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Histories;

/// <summary>I7 for rules: limits, cooldowns and caps, of a definition that did not change.</summary>
internal static class LimitInvariants
{
    public static IEnumerable<string> Violations(PointsDefinition points, ParticipantRecord participant) =>
        points.Rules.SelectMany(rule => Limits(rule, participant).Concat(Cooldown(rule, participant))).Concat(Caps(points, participant));

    /// <summary>Entries are in order and periods never go back, so that what holds for each period holds at every prefix.</summary>
    private static IEnumerable<string> Limits(PointRule rule, ParticipantRecord participant)
    {
        foreach (var limit in rule.Limits)
        {
            var most = participant.Events.Where(recorded => Gave(recorded, rule))
                .GroupBy(recorded => PeriodOf(limit.Per, recorded.Periods)).Select(period => period.Count()).DefaultIfEmpty().Max();
            if (most > limit.Times)
                yield return $"I7: rule {rule.Id} gave points {most} times in one {limit.Per}, of {limit.Times}";
        }
    }

    private static IEnumerable<string> Cooldown(PointRule rule, ParticipantRecord participant)
    {
        if (rule.CooldownSeconds is not { } seconds)
            yield break;
        var uses = participant.Entries.Where(entry => entry.Entry is StoredEvent recorded && Gave(recorded, rule)).ToList();
        foreach (var (first, second) in uses.Zip(uses.Skip(1)))
        {
            if (second.Time < first.Time.AddSeconds(seconds))
                yield return $"I7: rule {rule.Id} gave points at {second.Time:O}, after {first.Time:O}";
        }
    }

    private static IEnumerable<string> Caps(PointsDefinition points, ParticipantRecord participant)
    {
        foreach (var cap in points.MaxPointsPerUser)
        {
            var most = participant.Events.GroupBy(recorded => PeriodOf(cap.Per, recorded.Periods))
                .Select(period => period.Sum(recorded => recorded.LimitedPoints)).DefaultIfEmpty().Max();
            if (most > cap.Points)
                yield return $"I7: rules and streaks gave {most} points in one {cap.Per}, of {cap.Points}";
        }
    }

    private static bool Gave(StoredEvent recorded, PointRule rule) => (recorded.Rules ?? []).Any(applied => applied.Id == rule.Id);

    public static int PeriodOf(Period per, StoredPeriods periods) => per switch
    {
        Period.Day => periods.Day,
        Period.Week => periods.Week,
        Period.Month => periods.Month,
        Period.Campaign => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(per)),
    };
}
