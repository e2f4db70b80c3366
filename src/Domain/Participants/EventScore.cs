using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>What rules and streak give an event, cut to <c>maxPointsPerUser</c>.</summary>
/// <param name="Points">After the cut.</param>
/// <param name="Uncut">Before it.</param>
/// <param name="Rules">Those with limits or a cooldown that gave points.</param>
/// <param name="StreakDays">How long the event makes the streak; 0 when it is not of a streak's type.</param>
internal readonly record struct EventScore(long Points, long Uncut, ImmutableArray<AppliedRule> Rules, int StreakDays)
{
    public static EventScore Of(
        Campaign campaign, Participant participant, in UserEvent userEvent, LocalPeriods periods, DateTimeOffset now)
    {
        var (sum, rules) = OfRules(campaign, participant, userEvent, periods, now);
        var days = StreakDaysOf(campaign, participant, userEvent.EventType, periods);
        if (days > 0)
            sum += OfStreak(campaign.Streak!, participant.Streak, days, periods.Day);
        return new EventScore(Math.Min(sum, CapLeft(campaign, participant, periods)), sum, rules, days);
    }

    private static (long Points, ImmutableArray<AppliedRule> Limited) OfRules(
        Campaign campaign, Participant participant, in UserEvent userEvent, LocalPeriods periods, DateTimeOffset now)
    {
        var candidates = campaign.Points.For(userEvent.EventType);
        var sum = 0L;
        AppliedRule[]? limited = null;
        var count = 0;
        for (var i = 0; i < candidates.Length; i++)
        {
            var rule = candidates[i];
            var points = RuleVerdict.Of(rule, participant, userEvent, periods, now).Points;
            sum += points;
            if (points == 0 || !rule.IsLimited)
                continue;
            limited ??= new AppliedRule[candidates.Length - i];
            limited[count++] = new AppliedRule(rule.Id, points);
        }

        if (limited is null)
            return (sum, []);
        return (sum, ImmutableCollectionsMarshal.AsImmutableArray(count == limited.Length ? limited : limited[..count]));
    }

    private static int StreakDaysOf(Campaign campaign, Participant participant, string eventType, LocalPeriods periods) =>
        campaign.Streak is { } streak && streak.EventTypes.Contains(eventType) ? participant.Streak.DaysWith(periods.Day) : 0;

    private static long OfStreak(StreakDefinition streak, Streak before, int days, int today)
    {
        var points = 0L;
        foreach (var bonus in streak.Bonuses)
        {
            if (StreakVerdict.Of(bonus, before, days, today) == StreakReason.Applied)
                points += bonus.Points;
        }

        return points;
    }

    private static long CapLeft(Campaign campaign, Participant participant, LocalPeriods periods)
    {
        var least = long.MaxValue;
        foreach (var cap in campaign.MaxPointsPerUser)
            least = Math.Min(least, participant.LimitedPoints.Left(cap.Points, cap.Per, periods));
        return least;
    }
}
