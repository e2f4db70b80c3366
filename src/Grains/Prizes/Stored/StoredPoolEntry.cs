namespace CampaignEngine.Grains.Prizes.Stored;

/// <summary>An entry of a prize pool, as kept. Aliases and ids are stored: they only grow.</summary>
[GenerateSerializer, Immutable, Alias("pool")]
public abstract record StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.opened")]
public sealed record StoredPoolOpened(
    [property: Id(0)] int DefinitionVersion, [property: Id(1)] StoredTierStock[] Tiers) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.codes")]
public sealed record StoredCodesLeased([property: Id(0)] long Start, [property: Id(1)] long Count) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.awarded")]
public sealed record StoredPrizeAwarded(
    [property: Id(0)] long Award,
    [property: Id(1)] UInt128 Participant,
    [property: Id(2)] long Play,
    [property: Id(3)] int Tier,
    [property: Id(4)] long CodeNumber,
    [property: Id(5)] long Closes) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.closed")]
public sealed record StoredClaimsClosed([property: Id(0)] long[] Awards) : StoredPoolEntry;

[GenerateSerializer, Immutable, Alias("pool.voided")]
public sealed record StoredClaimVoided([property: Id(0)] long Award) : StoredPoolEntry;

/// <summary>One tier; in <see cref="StoredPoolOpened"/> only the name and what it was stocked with.</summary>
[GenerateSerializer, Immutable, Alias("pool.tier")]
public sealed record StoredTierStock(
    [property: Id(0)] string Name,
    [property: Id(1)] long Stocked,
    [property: Id(2)] long Remaining,
    [property: Id(3)] long Open,
    [property: Id(4)] long Awarded);

[GenerateSerializer, Immutable, Alias("pool.claim")]
public readonly record struct StoredOpenClaim(
    [property: Id(0)] UInt128 Participant,
    [property: Id(1)] long Play,
    [property: Id(2)] long Award,
    [property: Id(3)] int Tier,
    [property: Id(4)] long CodeNumber);

/// <summary>A pool's snapshot.</summary>
[GenerateSerializer, Immutable, Alias("pool.state")]
public sealed record StoredPool(
    [property: Id(0)] StoredTierStock[] Tiers,
    [property: Id(1)] StoredOpenClaim[] OpenClaims,
    [property: Id(2)] long LastAward,
    [property: Id(3)] long CodesStart,
    [property: Id(4)] long CodesCount,
    [property: Id(5)] DateTimeOffset LastEntryAt);
