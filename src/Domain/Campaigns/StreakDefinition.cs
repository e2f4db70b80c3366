using System.Collections.Immutable;

namespace CampaignEngine.Domain.Campaigns;

/// <summary>The member <c>streak</c>: local days in a row with at least one event of a kind.</summary>
/// <param name="EventTypes">1 to 50.</param>
/// <param name="Bonuses">At most 20, no two with the same days.</param>
public sealed record StreakDefinition(ImmutableArray<string> EventTypes, ImmutableArray<StreakBonus> Bonuses);

/// <summary>
/// Points for a streak of so many days: the first time that one of the participant's gets that long, or, with
/// <paramref name="Repeats"/>, at every multiple in every streak.
/// </summary>
/// <param name="Days">1 to 3,660.</param>
/// <param name="Points">0 to 1,000,000,000.</param>
public sealed record StreakBonus(int Days, long Points, bool Repeats);
