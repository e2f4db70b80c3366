using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>What an event would come to, and why. Of a draw it knows the odds at most.</summary>
/// <param name="Refusal">Why the event would be refused, or null. All else is what it would come to otherwise.</param>
/// <param name="PointsEarned">Rules, streak and milestone bonuses, without a prize.</param>
/// <param name="TotalPoints">With the event, without a prize.</param>
/// <param name="Rules">All of the definition, in its order.</param>
/// <param name="Caps">Of <c>maxPointsPerUser</c>.</param>
/// <param name="Streak">Null when the campaign has none.</param>
/// <param name="Milestones">All of the definition: those of points first, ascending.</param>
/// <param name="Play">Null when the campaign has no instant win.</param>
public sealed record EventExplanation(
    EventRefusal? Refusal,
    long PointsEarned,
    long TotalPoints,
    ImmutableArray<RuleExplanation> Rules,
    ImmutableArray<CapExplanation> Caps,
    StreakExplanation? Streak,
    ImmutableArray<MilestoneExplanation> Milestones,
    PlayExplanation? Play);

/// <param name="Until">When a cooldown is over.</param>
public sealed record RuleExplanation(string Id, RuleVerdict Verdict, DateTimeOffset? Until);

/// <param name="Left">What the limit leaves before the event.</param>
/// <param name="Cut">How much more than that rules and streak come to; 0 when they fit.</param>
public sealed record CapExplanation(PointsLimit Limit, long Left, long Cut);

/// <param name="Days">Of the participant's streak, with the event.</param>
public sealed record StreakExplanation(int Days, ImmutableArray<StreakBonusExplanation> Bonuses);

public sealed record StreakBonusExplanation(StreakBonus Bonus, StreakReason Reason);

/// <summary>Why a milestone fires or not.</summary>
public enum MilestoneReason
{
    NotReached = 1,

    /// <summary>It fired before and does not repeat.</summary>
    AlreadyReached = 2,

    /// <summary>It fired before, repeats, and the next multiple is not reached.</summary>
    Repeats = 3,
    Applied = 4,
}

/// <param name="BonusPoints">What it gives now: of all the times that it fires.</param>
/// <param name="Times">How often the event fires it.</param>
/// <param name="Value">The total or the count with the event, without a prize.</param>
/// <param name="NextAt">The total or the count that fires it next, after the event; null when nothing will.</param>
public sealed record MilestoneExplanation(
    Milestone Milestone, MilestoneReason Reason, long BonusPoints, long Times, long Value, long? NextAt);

/// <summary>Why an event is a play or not. Source order is check order.</summary>
public enum PlayReason
{
    OtherEventType = 1,
    ConditionFailed = 2,
    LimitReached = 3,
    Applied = 4,
}

/// <summary>Why a play cannot win.</summary>
public enum IneligibleReason
{
    Excluded = 1,
    WinsReached = 2,
}

/// <param name="Condition">Index of the first condition that does not hold.</param>
/// <param name="PlaysRemaining">After the event; null is unlimited.</param>
/// <param name="Ineligible">Null when a play may win.</param>
/// <param name="Tiers">Their odds, in the mode <c>odds</c>; empty in the others.</param>
public sealed record PlayExplanation(
    PlayReason Reason, int? Condition, long? PlaysRemaining, IneligibleReason? Ineligible, InstantWinMode Mode,
    ImmutableArray<PrizeTier> Tiers);
