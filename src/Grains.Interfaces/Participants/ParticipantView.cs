namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>A participant as GET shows it.</summary>
/// <param name="ParticipantRef">32 hexadecimal digits.</param>
/// <param name="Milestones">Null when the campaign has none.</param>
/// <param name="Plays">Null when the campaign has no instant win.</param>
/// <param name="Streak">Null when the campaign has none.</param>
/// <param name="ReachedAt">When the total was reached.</param>
[GenerateSerializer, Immutable, Alias("ParticipantView")]
public sealed record ParticipantView(
    [property: Id(0)] string UserId,
    [property: Id(1)] string DisplayName,
    [property: Id(2)] long TotalPoints,
    [property: Id(3)] long EventsCount,
    [property: Id(4)] DateTimeOffset JoinedAt,
    [property: Id(5)] string ParticipantRef,
    [property: Id(6)] MilestonesView? Milestones,
    [property: Id(7)] IReadOnlyList<WinView> Wins,
    [property: Id(8)] PlaysView? Plays,
    [property: Id(9)] StreakView? Streak,
    [property: Id(10)] DateTimeOffset LastEntryAt,
    [property: Id(11)] DateTimeOffset ReachedAt)
{
    /// <summary>The version of the entry that erased whoever was this user before, or 0: what comes before it is nobody's.</summary>
    [Id(12)]
    public long ErasedAt { get; init; }
}

[GenerateSerializer, Immutable, Alias("MilestonesView")]
public sealed record MilestonesView(
    [property: Id(0)] IReadOnlyList<MilestoneView> Reached,
    [property: Id(1)] NextMilestoneView? Next);

/// <param name="BonusPoints">Of one time.</param>
/// <param name="Times">How often it was reached.</param>
[GenerateSerializer, Immutable, Alias("MilestoneView")]
public sealed record MilestoneView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] long BonusPoints,
    [property: Id(3)] long Times);

[GenerateSerializer, Immutable, Alias("NextMilestoneView")]
public sealed record NextMilestoneView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] long Points,
    [property: Id(3)] long Remaining);

[GenerateSerializer, Immutable, Alias("WinView")]
public sealed record WinView(
    [property: Id(0)] string PrizeTier,
    [property: Id(1)] string WinCode,
    [property: Id(2)] long PointsEarned,
    [property: Id(3)] DateTimeOffset WonAt,
    [property: Id(4)] bool IsVoided);

/// <param name="Days">In a row up to today or yesterday; 0 when it is broken.</param>
[GenerateSerializer, Immutable, Alias("StreakView")]
public sealed record StreakView([property: Id(0)] int Days);

/// <param name="Remaining">Plays left now, or null when unlimited.</param>
[GenerateSerializer, Immutable, Alias("PlaysView")]
public sealed record PlaysView(
    [property: Id(0)] long Used,
    [property: Id(1)] long? Remaining);
