using System.Text.Json.Serialization;

namespace CampaignEngine.Gateway.Participants;

/// <summary>A participant on the wire: the contract's members first, in its order, then ours.</summary>
/// <param name="Rank">From 1: one more than participants who come before.</param>
public sealed record ParticipantResponse(
    string UserId,
    string DisplayName,
    long TotalPoints,
    long EventsCount,
    long Rank,
    string JoinedAt,
    string ParticipantRef,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MilestonesResponse? Milestones,
    IReadOnlyList<WinResponse> Wins,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlaysResponse? Plays,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StreakResponse? Streak);

public sealed record MilestonesResponse(IReadOnlyList<MilestoneResponse> Reached, NextMilestoneResponse? Next);

/// <param name="BonusPoints">Of one time.</param>
/// <param name="Times">How often it was reached; absent: once.</param>
public sealed record MilestoneResponse(
    string Id,
    string Name,
    long BonusPoints,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Times);

public sealed record NextMilestoneResponse(string Id, string Name, long Points, long Remaining);

/// <param name="Voided">True when the win was taken back; absent while it stands.</param>
public sealed record WinResponse(
    string PrizeTier,
    string WinCode,
    long PointsEarned,
    string WonAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Voided);

/// <param name="Days">In a row up to today or yesterday; 0 when it is broken.</param>
public sealed record StreakResponse(int Days);

/// <param name="Remaining">Null: unlimited.</param>
public sealed record PlaysResponse(long Used, long? Remaining);
