using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>How often a milestone has fired; more than once only where it repeats.</summary>
public readonly record struct FiredMilestone(string Id, long Times);

/// <summary>How many events of a type were recorded while the definition named that type.</summary>
public readonly record struct EventCount(string EventType, long Count);

/// <summary>How often a rule with limits or a cooldown gave points, and when it last did.</summary>
public sealed record RuleUse(string RuleId, Tally Uses, DateTimeOffset LastAt);

/// <summary>
/// Short lists that are looked through from the front and copied at each change: a participant has a handful of
/// milestones, event types and limited rules.
/// </summary>
internal static class ParticipantCounts
{
    public static long TimesOf(this ImmutableArray<FiredMilestone> milestones, string id)
    {
        foreach (ref readonly var milestone in milestones.AsSpan())
        {
            if (milestone.Id == id)
                return milestone.Times;
        }

        return 0;
    }

    /// <summary>What the milestones give together.</summary>
    public static long Bonuses(this ImmutableArray<ReachedMilestone> reached)
    {
        var points = 0L;
        foreach (var milestone in reached)
            points += milestone.BonusPoints;
        return points;
    }

    public static long CountOf(this ImmutableArray<EventCount> counts, string eventType)
    {
        foreach (ref readonly var count in counts.AsSpan())
        {
            if (count.EventType == eventType)
                return count.Count;
        }

        return 0;
    }

    public static RuleUse? UseOf(this ImmutableArray<RuleUse> uses, string ruleId)
    {
        foreach (var use in uses)
        {
            if (use.RuleId == ruleId)
                return use;
        }

        return null;
    }

    public static ImmutableArray<EventCount> PlusOne(this ImmutableArray<EventCount> counts, string eventType)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i].EventType == eventType)
                return counts.SetItem(i, new EventCount(eventType, counts[i].Count + 1));
        }

        return counts.Add(new EventCount(eventType, 1));
    }

    public static ImmutableArray<FiredMilestone> Plus(
        this ImmutableArray<FiredMilestone> milestones, ImmutableArray<ReachedMilestone> reached)
    {
        if (reached.IsEmpty)
            return milestones;
        var fired = milestones.ToBuilder();
        foreach (var milestone in reached)
        {
            var at = 0;
            while (at < fired.Count && fired[at].Id != milestone.Id)
                at++;
            if (at < fired.Count)
                fired[at] = new FiredMilestone(milestone.Id, fired[at].Times + milestone.Times);
            else
                fired.Add(new FiredMilestone(milestone.Id, milestone.Times));
        }

        return fired.ToImmutable();
    }

    /// <summary>Copied once for all rules of an event.</summary>
    public static ImmutableArray<RuleUse> Plus(
        this ImmutableArray<RuleUse> uses, ImmutableArray<AppliedRule> rules, LocalPeriods now, DateTimeOffset time)
    {
        if (rules.IsEmpty)
            return uses;
        var added = 0;
        foreach (var rule in rules)
            added += uses.UseOf(rule.Id) is null ? 1 : 0;
        var all = new RuleUse[uses.Length + added];
        uses.CopyTo(all);
        var count = uses.Length;
        foreach (var rule in rules)
        {
            var at = 0;
            while (at < count && all[at].RuleId != rule.Id)
                at++;
            if (at == count)
                count++;
            all[at] = new RuleUse(rule.Id, (all[at]?.Uses ?? default).Add(1, now), time);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }
}
