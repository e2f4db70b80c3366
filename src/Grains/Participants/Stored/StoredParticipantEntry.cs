using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Participants.Stored;

/// <summary>The public part of a participant's entry, as kept. Aliases and ids are stored: they only grow.</summary>
[GenerateSerializer, Immutable, Alias("p")]
public abstract record StoredParticipantEntry;

/// <param name="EventIdHash">Finds the entry when the event is sent again.</param>
/// <param name="Fingerprint">Of the request: another request with the same id is refused.</param>
/// <param name="Answer">The answer's <c>data</c> as UTF-8 JSON, which a replay writes again.</param>
[GenerateSerializer, Immutable, Alias("p.event")]
public sealed record StoredEvent(
    [property: Id(0)] UInt128 EventIdHash,
    [property: Id(1)] UInt128 Fingerprint,
    [property: Id(2)] string EventType,
    [property: Id(3)] int DefinitionVersion,
    [property: Id(4)] long PointsEarned,
    [property: Id(5)] long PrizePoints,
    [property: Id(6)] StoredMilestone[]? MilestonesReached,
    [property: Id(7)] StoredPlay? Play,
    [property: Id(8)] StoredPeriods Periods,
    [property: Id(9)] DateTimeOffset? OccurredAt,
    [property: Id(10)] byte[] Answer) : StoredParticipantEntry;

[GenerateSerializer, Immutable, Alias("p.milestone")]
public sealed record StoredMilestone([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] long BonusPoints);

[GenerateSerializer, Immutable, Alias("p.play")]
public sealed record StoredPlay([property: Id(0)] long Number, [property: Id(1)] StoredWin? Win);

[GenerateSerializer, Immutable, Alias("p.win")]
public sealed record StoredWin(
    [property: Id(0)] long Award,
    [property: Id(1)] int Tier,
    [property: Id(2)] string TierName,
    [property: Id(3)] string WinCode,
    [property: Id(4)] long Points,
    [property: Id(5)] DateTimeOffset WonAt);

[GenerateSerializer, Immutable, Alias("p.released")]
public sealed record StoredClaimReleased([property: Id(0)] long Award) : StoredParticipantEntry;

/// <summary>
/// What of an entry names or describes the person: kept apart, so that it can be blanked. Every entry of a participant
/// carries the user id and the display name in force.
/// </summary>
/// <param name="EventId">Null when the entry is no event.</param>
/// <param name="Metadata">As sent, UTF-8 JSON.</param>
[GenerateSerializer, Immutable, Alias("p.personal")]
public sealed record StoredPersonal(
    [property: Id(0)] string UserId,
    [property: Id(1)] string DisplayName,
    [property: Id(2)] string? EventId,
    [property: Id(3)] byte[]? Metadata);

[GenerateSerializer, Immutable, Alias("p.periods")]
public readonly record struct StoredPeriods([property: Id(0)] int Day, [property: Id(1)] int Week, [property: Id(2)] int Month)
{
    public static implicit operator StoredPeriods(LocalPeriods periods) => new(periods.Day, periods.Week, periods.Month);

    public static implicit operator LocalPeriods(StoredPeriods periods) => new(periods.Day, periods.Week, periods.Month);
}

/// <summary>A participant's snapshot: nothing in it names the person.</summary>
/// <param name="EventIds">The newest event ids: hash (16 bytes) and version (8 bytes) each, little endian.</param>
/// <param name="HasOlderEventIds">Whether older ids are kept as unique keys.</param>
[GenerateSerializer, Immutable, Alias("p.state")]
public sealed record StoredParticipant(
    [property: Id(0)] long TotalPoints,
    [property: Id(1)] long EventsCount,
    [property: Id(2)] StoredPlayCount Plays,
    [property: Id(3)] int Wins,
    [property: Id(4)] long LastAward,
    [property: Id(5)] long LastReleased,
    [property: Id(6)] string[] MilestonesReached,
    [property: Id(7)] StoredWin[] RecentWins,
    [property: Id(8)] DateTimeOffset? JoinedAt,
    [property: Id(9)] DateTimeOffset ReachedAt,
    [property: Id(10)] DateTimeOffset LastEntryAt,
    [property: Id(11)] byte[] EventIds,
    [property: Id(12)] bool HasOlderEventIds);

[GenerateSerializer, Immutable, Alias("p.plays")]
public readonly record struct StoredPlayCount(
    [property: Id(0)] long Total,
    [property: Id(1)] StoredPeriods Periods,
    [property: Id(2)] int InDay,
    [property: Id(3)] int InWeek,
    [property: Id(4)] int InMonth);
