using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Points;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Verify.Participants;

/// <summary>
/// What rules and streak give an event within limits, cooldowns and caps. Metadata is not exported: where conditions or
/// amounts decide, points must lie between the least and the most that they can come to.
/// </summary>
internal static class PointsCheck
{
    /// <returns>What is wrong.</returns>
    public static IEnumerable<string> Violations(Campaign campaign, ParticipantLedger ledger, StoredEvent recorded, DateTimeOffset time)
    {
        var applied = recorded.Rules ?? [];
        var rules = campaign.Definition.Points.Rules.Where(rule => rule.EventType == recorded.EventType).ToList();
        if (applied.Any(one => !rules.Any(rule => rule.Id == one.Id && IsLimited(rule))) || applied.DistinctBy(one => one.Id).Count() != applied.Length)
            yield return "names rules that the definition does not have for such an event, or one twice";

        var (least, most) = (0L, 0L);
        foreach (var rule in rules)
        {
            var (low, high) = Range(rule);
            if (!IsLimited(rule))
            {
                (least, most) = (least + (rule.When.IsEmpty ? low : 0), Sum(most, high));
                continue;
            }

            var given = applied.Where(one => one.Id == rule.Id).Select(one => one.Points).FirstOrDefault();
            (least, most) = (least + given, Sum(most, given));
            var stopped = Stopped(rule, ledger, recorded.Periods, time);
            if (given > 0 && stopped is not null)
                yield return $"has points by rule {rule.Id}, which {stopped}";
            if (given > 0 && (given < low || given > high))
                yield return $"has {given} points by rule {rule.Id}, which does not give so many";
            if (given == 0 && stopped is null && rule.When.IsEmpty && low > 0)
                yield return $"has no points by rule {rule.Id}, which nothing stopped";
        }

        var streak = StreakPoints(campaign, ledger, recorded);
        var cap = campaign.MaxPointsPerUser.Select(limit => ledger.LimitedPoints.Left(limit.Points, limit.Per, recorded.Periods))
            .DefaultIfEmpty(long.MaxValue).Min();
        (least, most) = (Math.Min(cap, least + streak), Math.Min(cap, Sum(most, streak)));
        if (recorded.LimitedPoints < least || recorded.LimitedPoints > most)
            yield return $"has {recorded.LimitedPoints} points by rules and streak, which give "
                + (least == most ? $"{least}" : $"{least} to {most}") + " within their limits";
    }

    /// <summary>How long the event makes the streak; 0 when it is not of a streak's type.</summary>
    public static int StreakDays(Campaign campaign, ParticipantLedger ledger, StoredEvent recorded) =>
        campaign.Streak?.EventTypes.Contains(recorded.EventType) == true ? ledger.Streak.DaysWith(recorded.Periods.Day) : 0;

    private static long StreakPoints(Campaign campaign, ParticipantLedger ledger, StoredEvent recorded)
    {
        var days = StreakDays(campaign, ledger, recorded);
        if (days == 0 || (ledger.Streak.Days > 0 && ledger.Streak.LastDay == recorded.Periods.Day))
            return 0;
        return campaign.Streak!.Bonuses
            .Where(bonus => bonus.Repeats ? days % bonus.Days == 0 : days >= bonus.Days && ledger.Streak.Longest < bonus.Days)
            .Sum(bonus => bonus.Points);
    }

    private static string? Stopped(PointRule rule, ParticipantLedger ledger, LocalPeriods periods, DateTimeOffset time)
    {
        if (!ledger.Rules.TryGetValue(rule.Id, out var use))
            return null;
        foreach (var limit in rule.Limits)
        {
            if (use.Uses.Left(limit.Times, limit.Per, periods) == 0)
                return $"was used {limit.Times} times in its {limit.Per} before";
        }

        return time - use.LastAt < TimeSpan.FromSeconds(rule.CooldownSeconds ?? 0) ? "was cooling down" : null;
    }

    private static bool IsLimited(PointRule rule) => !rule.Limits.IsEmpty || rule.CooldownSeconds > 0;

    /// <summary>The least and the most that a rule gives once its conditions hold.</summary>
    private static (long Low, long High) Range(PointRule rule) =>
        (rule.Points, rule.PerUnit is not { } perUnit ? rule.Points : perUnit.Max is { } max ? rule.Points + max : long.MaxValue);

    private static long Sum(long one, long other) => one > long.MaxValue - other ? long.MaxValue : one + other;
}
