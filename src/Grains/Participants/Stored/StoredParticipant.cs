using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Referrals;

namespace CampaignEngine.Grains.Participants.Stored;

/// <summary>A participant's snapshot: nothing in it names the person.</summary>
/// <param name="EventIds">The newest event ids: hash (16 bytes) and version (8 bytes) each, little endian.</param>
/// <param name="HasOlderEventIds">Whether older ids are kept as unique keys.</param>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("p.state")]
public sealed record StoredParticipant(
    [property: Id(0)] long TotalPoints,
    [property: Id(1)] long EventsCount,
    [property: Id(2)] StoredTally Plays,
    [property: Id(3)] int Wins,
    [property: Id(4)] long LastAward,
    [property: Id(5)] long LastReleased,
    [property: Id(6)] string[] MilestonesReached,
    [property: Id(7)] StoredWin[] RecentWins,
    [property: Id(8)] DateTimeOffset? JoinedAt,
    [property: Id(9)] DateTimeOffset ReachedAt,
    [property: Id(10)] DateTimeOffset LastEntryAt,
    [property: Id(11)] byte[] EventIds,
    [property: Id(12)] bool HasOlderEventIds)
{
    /// <summary>How often each of <see cref="MilestonesReached"/> has fired; null when each has once.</summary>
    [Id(13)]
    public long[]? MilestoneTimes { get; init; }

    [Id(14)]
    public StoredEventCount[]? EventCounts { get; init; }

    [Id(15)]
    public StoredRuleUse[]? RuleUses { get; init; }

    /// <summary>Null while there are none.</summary>
    [Id(16)]
    public StoredTally? LimitedPoints { get; init; }

    /// <summary>Null before the first.</summary>
    [Id(17)]
    public StoredStreak? Streak { get; init; }

    [Id(18)]
    public bool IsExcluded { get; init; }

    [Id(19)]
    public StoredPeriods LastPeriods { get; init; }

    /// <summary>Null when nobody referred this participant.</summary>
    [Id(20)]
    public StoredReferral? Referral { get; init; }

    [Id(21)]
    public long ReferralCount { get; init; }

    [Id(22)]
    public long ReferralPoints { get; init; }
}

/// <summary>Plays were the first to be counted so, hence the alias.</summary>
[GenerateSerializer, Immutable, Alias("p.plays")]
public readonly record struct StoredTally(
    [property: Id(0)] long Total,
    [property: Id(1)] StoredPeriods Periods,
    [property: Id(2)] long InDay,
    [property: Id(3)] long InWeek,
    [property: Id(4)] long InMonth)
{
    public static implicit operator StoredTally(Tally tally) =>
        new(tally.Total, tally.Periods, tally.InDay, tally.InWeek, tally.InMonth);

    public static implicit operator Tally(StoredTally tally) =>
        new(tally.Total, tally.Periods, tally.InDay, tally.InWeek, tally.InMonth);
}

[GenerateSerializer, Immutable, Alias("p.count")]
public readonly record struct StoredEventCount([property: Id(0)] string EventType, [property: Id(1)] long Count);

[GenerateSerializer, Immutable, Alias("p.rule-use")]
public readonly record struct StoredRuleUse(
    [property: Id(0)] string RuleId, [property: Id(1)] StoredTally Uses, [property: Id(2)] DateTimeOffset LastAt);

[GenerateSerializer, Immutable, Alias("p.streak")]
public readonly record struct StoredStreak(
    [property: Id(0)] int Days, [property: Id(1)] int LastDay, [property: Id(2)] int Longest);

/// <param name="BegunAt">The version of the entry that began it.</param>
[GenerateSerializer, Immutable, Alias("p.referral")]
public sealed record StoredReferral(
    [property: Id(0)] UInt128 Referrer,
    [property: Id(1)] UInt128 Request,
    [property: Id(2)] UInt128 Fingerprint,
    [property: Id(3)] ReferralStage Stage,
    [property: Id(4)] long BegunAt);
