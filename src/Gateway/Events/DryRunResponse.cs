using System.ComponentModel;
using System.Text.Json.Serialization;

namespace CampaignEngine.Gateway.Events;

/// <summary>The <c>data</c> that answers a dry run, for the reference. The grain writes it. Its reasons only grow.</summary>
internal sealed record DryRunResponse(
    [property: Description("Why the event would be refused, or null. All else is what it would come to otherwise.")] string? Refusal,
    [property: Description("Without a prize.")] long PointsEarned,
    [property: Description("With the event, without a prize.")] long TotalPoints,
    [property: Description("All of the definition, in its order.")] IReadOnlyList<RuleTried> Rules,
    IReadOnlyList<CapTried> MaxPointsPerUser,
    [property: Description("In campaigns that have a streak.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StreakTried? Streak,
    [property: Description("Those of points first, ascending.")] IReadOnlyList<MilestoneTried> Milestones,
    [property: Description("In campaigns that have instant win. The odds only: never the real draw.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlayTried? InstantWin);

internal sealed record RuleTried(
    string Id,
    [property: Description("`applied`, or why it gives nothing: `other_event_type`, `condition_failed`, `limit_reached`, `cooling_down`, `gave_nothing`.")] string Reason,
    long Points,
    [property: Description("Index of the first condition that does not hold.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Condition,
    [property: Description("The limit that is reached.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LimitTried? Limit,
    [property: Description("When the cooldown is over.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Until);

internal sealed record LimitTried(long Times, string Per);

internal sealed record CapTried(
    long Points, string Per,
    [property: Description("`not_reached` or `cut_by_cap`.")] string Reason,
    [property: Description("Before the event.")] long Left,
    [property: Description("What it takes away.")] long Cut);

internal sealed record StreakTried([property: Description("With the event.")] int Days, IReadOnlyList<StreakBonusTried> Bonuses);

internal sealed record StreakBonusTried(
    int Days,
    [property: Description("`applied`, or why not: `other_event_type`, `day_counted`, `not_reached`, `already_reached`.")] string Reason,
    long Points);

internal sealed record MilestoneTried(
    string Id,
    [property: Description("`applied`, or why not: `not_reached`, `already_reached`, `repeats`.")] string Reason,
    long BonusPoints, long Times,
    [property: Description("The total or the count, with the event.")] long Value,
    [property: Description("What fires it next; null when nothing will.")] long? NextAt);

internal sealed record PlayTried(
    bool WouldPlay,
    [property: Description("`applied`, or why it is no play: `other_event_type`, `condition_failed`, `limit_reached`.")] string Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Condition,
    [property: Description("After the event; null is unlimited.")] long? PlaysRemaining,
    bool CanWin,
    [property: Description("`excluded` or `wins_reached`; null when the play may win.")] string? Ineligible,
    string Mode,
    [property: Description("In the mode `odds`.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<TierTried>? Tiers);

internal sealed record TierTried(string Name, double Odds);
