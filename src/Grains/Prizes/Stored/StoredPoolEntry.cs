namespace CampaignEngine.Grains.Prizes.Stored;

/// <summary>An entry of a prize pool, as kept. Aliases and ids are stored: they only grow.</summary>
[GenerateSerializer, Immutable, Alias("pool")]
public abstract record StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.opened")]
public sealed record StoredPoolOpened(
    [property: Id(0)] int DefinitionVersion, [property: Id(1)] StoredTierStock[] Tiers) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.codes")]
public sealed record StoredCodesLeased([property: Id(0)] long Start, [property: Id(1)] long Count) : StoredPoolEntry;

/// <summary>A unit of the mode odds of which there is nothing more to say; else a <see cref="StoredPrizeTaken"/>.</summary>
[GenerateSerializer, Immutable, Alias("pool.awarded")]
public record StoredPrizeAwarded(
    [property: Id(0)] long Award,
    [property: Id(1)] UInt128 Participant,
    [property: Id(2)] long Play,
    [property: Id(3)] int Tier,
    [property: Id(4)] long CodeNumber,
    [property: Id(5)] long Closes) : StoredPoolEntry;

/// <summary>A unit, and where it came from.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false), Immutable, Alias("pool.taken")]
public sealed record StoredPrizeTaken(long Award, UInt128 Participant, long Play, int Tier, long CodeNumber, long Closes)
    : StoredPrizeAwarded(Award, Participant, Play, Tier, CodeNumber, Closes)
{
    [Id(0)] public int Day { get; init; }

    [Id(1)] public long Card { get; init; }

    [Id(2)] public bool FromWaiting { get; init; }

    [Id(3)] public int? Withheld { get; init; }

    [Id(4)] public long Moment { get; init; }

    [Id(5)] public long At { get; init; }

    [Id(6)] public int OwnCode { get; init; }

    [Id(7)] public int OwnCodeReturns { get; init; }
}

[GenerateSerializer, Immutable, Alias("pool.card-lost")]
public sealed record StoredCardLost(
    [property: Id(0)] long Award,
    [property: Id(1)] UInt128 Participant,
    [property: Id(2)] long Play,
    [property: Id(3)] long Card,
    [property: Id(4)] long NextCode,
    [property: Id(5)] int? Withheld,
    [property: Id(6)] long Closes) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.closed")]
public sealed record StoredClaimsClosed([property: Id(0)] long[] Awards) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.voided")]
public sealed record StoredClaimVoided([property: Id(0)] long Award) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.ran-low")]
public sealed record StoredTierRanLow(
    [property: Id(0)] int Tier, [property: Id(1)] long Stocked, [property: Id(2)] long Remaining) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.restocked")]
public sealed record StoredTierRestocked(
    [property: Id(0)] int Tier,
    [property: Id(1)] long Added,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] long Stocked,
    [property: Id(4)] long Remaining,
    [property: Id(5)] UInt128 Command,
    [property: Id(6)] UInt128 Fingerprint) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.own-codes")]
public sealed record StoredOwnCodesKnown([property: Id(0)] int Tier, [property: Id(1)] int Count) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.taken-back")]
public sealed record StoredWinTakenBack(
    [property: Id(0)] long Award,
    [property: Id(1)] UInt128 Participant,
    [property: Id(2)] long Play,
    [property: Id(3)] int Tier,
    [property: Id(4)] bool Restocked) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.void-recorded")]
public sealed record StoredWinVoidRecorded([property: Id(0)] long Award) : StoredPoolEntry;

/// <param name="WinnersPoints">The winner's total when the winner redeemed it; null when a manager did.</param>
[GenerateSerializer, Immutable, Alias("pool.redeemed")]
public sealed record StoredWinRedeemed(
    [property: Id(0)] long Award, [property: Id(1)] UInt128 Command, [property: Id(2)] long? WinnersPoints) : StoredPoolEntry;
