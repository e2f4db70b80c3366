namespace CampaignEngine.Grains.Prizes.Stored;

/// <summary>One tier; in <see cref="StoredPoolOpened"/> only the name and what it was stocked with.</summary>
[GenerateSerializer, Immutable, Alias("pool.tier")]
public sealed record StoredTierStock(
    [property: Id(0)] string Name,
    [property: Id(1)] long Stocked,
    [property: Id(2)] long Remaining,
    [property: Id(3)] long Open,
    [property: Id(4)] long Awarded);

/// <summary>What there is to say of a tier beside its <see cref="StoredTierStock"/>.</summary>
[GenerateSerializer, Immutable, Alias("pool.tier-more")]
public sealed record StoredTierMore(
    [property: Id(0)] long Voided,
    [property: Id(1)] long Waiting,
    [property: Id(2)] int Day,
    [property: Id(3)] int InDay,
    [property: Id(4)] bool IsLow,
    [property: Id(5)] long Drawn,
    [property: Id(6)] int OwnCodes,
    [property: Id(7)] int OwnCodesUsed,
    [property: Id(8)] StoredReturnedCode[] ReturnedCodes);

[GenerateSerializer, Immutable, Alias("pool.returned-code")]
public readonly record struct StoredReturnedCode([property: Id(0)] int Code, [property: Id(1)] int Returns);

/// <param name="Tier">−1 for a losing card.</param>
[GenerateSerializer, Immutable, Alias("pool.claim")]
public readonly record struct StoredOpenClaim(
    [property: Id(0)] UInt128 Participant,
    [property: Id(1)] long Play,
    [property: Id(2)] long Award,
    [property: Id(3)] int Tier,
    [property: Id(4)] long CodeNumber,
    [property: Id(5)] int Day = 0,
    [property: Id(6)] int OwnCode = 0,
    [property: Id(7)] int OwnCodeReturns = 0);

[GenerateSerializer, Immutable, Alias("pool.added")]
public readonly record struct StoredAddedUnits(
    [property: Id(0)] int Tier, [property: Id(1)] long FirstUnit, [property: Id(2)] long Count, [property: Id(3)] DateTimeOffset At);

/// <summary>A pool's snapshot. One from before decks, moments and own codes were built has no member after <paramref name="LastEntryAt"/>.</summary>
/// <param name="More">In the order of <paramref name="Tiers"/>.</param>
[GenerateSerializer, Immutable, Alias("pool.state")]
public sealed record StoredPool(
    [property: Id(0)] StoredTierStock[] Tiers,
    [property: Id(1)] StoredOpenClaim[] OpenClaims,
    [property: Id(2)] long LastAward,
    [property: Id(3)] long CodesStart,
    [property: Id(4)] long CodesCount,
    [property: Id(5)] DateTimeOffset LastEntryAt,
    [property: Id(6)] StoredTierMore[]? More = null,
    [property: Id(7)] long Cards = 0,
    [property: Id(8)] long Now = 0,
    [property: Id(9)] long LostCards = 0,
    [property: Id(10)] StoredAddedUnits[]? Added = null,
    [property: Id(11)] StoredWinTakenBack[]? TakenBack = null);
