using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Participants;

/// <summary>What a rule gives an event, and why. Source order is check order.</summary>
public enum RuleReason
{
    OtherEventType = 1,
    ConditionFailed = 2,
    LimitReached = 3,
    CoolingDown = 4,

    /// <summary>It matched and came to 0 points, which no limit counts.</summary>
    GaveNothing = 5,
    Applied = 6,
}

/// <param name="Condition">Index of the first condition that does not hold.</param>
/// <param name="Limit">Of the first limit that is reached.</param>
/// <param name="LastAt">When the rule that is cooling down last gave points.</param>
public readonly record struct RuleVerdict(
    RuleReason Reason, long Points = 0, int? Condition = null, CountLimit? Limit = null, DateTimeOffset? LastAt = null)
{
    internal static RuleVerdict Of(
        RuleTest rule, Participant participant, in UserEvent userEvent, LocalPeriods periods, DateTimeOffset now)
    {
        if (rule.EventType != userEvent.EventType)
            return new RuleVerdict(RuleReason.OtherEventType);
        if (rule.FailedCondition(userEvent.Metadata) is { } condition)
            return new RuleVerdict(RuleReason.ConditionFailed, Condition: condition);
        if (rule.IsLimited && participant.RuleUses.UseOf(rule.Id) is { } use)
        {
            foreach (var limit in rule.Limits)
            {
                if (use.Uses.Left(limit.Times, limit.Per, periods) == 0)
                    return new RuleVerdict(RuleReason.LimitReached, Limit: limit);
            }

            if (now - use.LastAt < rule.Cooldown)
                return new RuleVerdict(RuleReason.CoolingDown, LastAt: use.LastAt);
        }

        var points = rule.PointsFor(userEvent.Metadata);
        return new RuleVerdict(points == 0 ? RuleReason.GaveNothing : RuleReason.Applied, points);
    }
}
