namespace CampaignEngine.Grains.Interfaces.Leaderboards;

/// <summary>What changed in one silo since it last told the board.</summary>
/// <param name="Activation">The activation that took its last changes; empty before the first.</param>
/// <param name="MissedSome">The silo had to drop changes, so only the journal has them.</param>
[GenerateSerializer, Immutable, Alias("ScoreChanges")]
public sealed record ScoreChanges(
    [property: Id(0)] IReadOnlyList<ScoreChange> Changes,
    [property: Id(1)] Guid Activation,
    [property: Id(2)] bool MissedSome);

/// <summary>What a participant has after an entry.</summary>
/// <param name="Participant">The participantRef.</param>
/// <param name="Version">Of the entry.</param>
/// <param name="UserId">Empty: the person was erased.</param>
[GenerateSerializer, Immutable, Alias("ScoreChange")]
public readonly record struct ScoreChange(
    [property: Id(0)] UInt128 Participant,
    [property: Id(1)] long Version,
    [property: Id(2)] long Points,
    [property: Id(3)] long Events,
    [property: Id(4)] long Plays,
    [property: Id(5)] long Wins,
    [property: Id(6)] DateTimeOffset ReachedAt,
    [property: Id(7)] string UserId,
    [property: Id(8)] string DisplayName);

/// <param name="Activation">Which activation took them: two of a board may live for a while after a silo dies.</param>
[GenerateSerializer, Immutable, Alias("ChangesTaken")]
public readonly record struct ChangesTaken([property: Id(0)] Guid Activation);
