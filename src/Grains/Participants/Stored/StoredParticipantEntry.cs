using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Participants.Stored;

/// <summary>The public part of a participant's entry, as kept. Aliases and ids are stored: they only grow.</summary>
[GenerateSerializer, Immutable, Alias("p")]
public abstract record StoredParticipantEntry;

[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("p.event")]
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
    [property: Id(10)] byte[] Answer) : StoredParticipantEntry, IStoredAnswer
{
    UInt128 IStoredRequest.IdHash => EventIdHash;

    /// <summary>Null when no rule with limits or a cooldown gave points.</summary>
    [Id(11)]
    public StoredAppliedRule[]? Rules { get; init; }

    [Id(12)]
    public long LimitedPoints { get; init; }

    [Id(13)]
    public int StreakDays { get; init; }

    [Id(14)]
    public bool IsCounted { get; init; }
}

[GenerateSerializer, Immutable, Alias("p.rule")]
public readonly record struct StoredAppliedRule([property: Id(0)] string Id, [property: Id(1)] long Points);

[GenerateSerializer, Immutable, Alias("p.milestone")]
public sealed record StoredMilestone([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] long BonusPoints)
{
    /// <summary>Null is once.</summary>
    [Id(3)]
    public long? Times { get; init; }
}

[GenerateSerializer, Immutable, Alias("p.play")]
public sealed record StoredPlay([property: Id(0)] long Number, [property: Id(1)] StoredWin? Win)
{
    [Id(2)]
    public long LosingAward { get; init; }
}

[GenerateSerializer, Immutable, Alias("p.win")]
public sealed record StoredWin(
    [property: Id(0)] long Award,
    [property: Id(1)] int Tier,
    [property: Id(2)] string TierName,
    [property: Id(3)] string WinCode,
    [property: Id(4)] long Points,
    [property: Id(5)] DateTimeOffset WonAt)
{
    /// <summary>Only in snapshots.</summary>
    [Id(6)]
    public long? VoidedPoints { get; init; }
}

[GenerateSerializer, Immutable, Alias("p.released")]
public sealed record StoredClaimReleased([property: Id(0)] long Award) : StoredParticipantEntry;

[GenerateSerializer, Immutable, Alias("p.adjusted")]
public sealed record StoredPointsAdjusted(
    [property: Id(0)] UInt128 IdHash,
    [property: Id(1)] UInt128 Fingerprint,
    [property: Id(2)] long Points,
    [property: Id(3)] int DefinitionVersion,
    [property: Id(4)] StoredMilestone[]? MilestonesReached,
    [property: Id(5)] byte[] Answer) : StoredParticipantEntry, IStoredAnswer;

[GenerateSerializer, Immutable, Alias("p.exclusion")]
public sealed record StoredExclusionChanged([property: Id(0)] bool IsExcluded) : StoredParticipantEntry;

[GenerateSerializer, Immutable, Alias("p.win-voided")]
public sealed record StoredWinVoided([property: Id(0)] long Award, [property: Id(1)] long Points) : StoredParticipantEntry;

/// <summary>The name is in the personal part.</summary>
[GenerateSerializer, Immutable, Alias("p.named")]
public sealed record StoredNamed : StoredParticipantEntry;

[GenerateSerializer, Immutable, Alias("p.referral-begun")]
public sealed record StoredReferralBegun(
    [property: Id(0)] UInt128 Referrer, [property: Id(1)] UInt128 Request, [property: Id(2)] UInt128 Fingerprint) : StoredParticipantEntry;

[GenerateSerializer, Immutable, Alias("p.referral-credited")]
public sealed record StoredReferralCredited(
    [property: Id(0)] UInt128 IdHash,
    [property: Id(1)] UInt128 Referee,
    [property: Id(2)] long Reward,
    [property: Id(3)] int DefinitionVersion,
    [property: Id(4)] StoredMilestone[]? MilestonesReached) : StoredParticipantEntry, IStoredRequest;

[GenerateSerializer, Immutable, Alias("p.referral-completed")]
public sealed record StoredReferralCompleted(
    [property: Id(0)] UInt128 IdHash,
    [property: Id(1)] UInt128 Fingerprint,
    [property: Id(2)] UInt128 Referrer,
    [property: Id(3)] long Reward,
    [property: Id(4)] long ReferrerReward,
    [property: Id(5)] int DefinitionVersion,
    [property: Id(6)] StoredMilestone[]? MilestonesReached,
    [property: Id(7)] bool IsHeard,
    [property: Id(8)] byte[] Answer) : StoredParticipantEntry, IStoredAnswer;

/// <summary>
/// What of an entry names or describes the person: kept apart, so that it can be blanked. Every entry of a participant
/// carries the user id and the display name in force.
/// </summary>
/// <param name="EventId">Null when the entry is no event.</param>
/// <param name="Metadata">As sent, UTF-8 JSON.</param>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("p.personal")]
public sealed record StoredPersonal(
    [property: Id(0)] string UserId,
    [property: Id(1)] string DisplayName,
    [property: Id(2)] string? EventId,
    [property: Id(3)] byte[]? Metadata)
{
    /// <summary>Who is to be credited; only in the entry that begins a referral. It is blanked when the referrer is erased.</summary>
    [Id(4)]
    public string? ReferrerId { get; init; }
}

[GenerateSerializer, Immutable, Alias("p.periods")]
public readonly record struct StoredPeriods([property: Id(0)] int Day, [property: Id(1)] int Week, [property: Id(2)] int Month)
{
    public static implicit operator StoredPeriods(LocalPeriods periods) => new(periods.Day, periods.Week, periods.Month);

    public static implicit operator LocalPeriods(StoredPeriods periods) => new(periods.Day, periods.Week, periods.Month);
}
