namespace CampaignEngine.Grains.Interfaces.Codes;

/// <param name="Code">As <see cref="Domain.Codes.Code.Normalize"/> makes it.</param>
/// <param name="IdempotencyKey">Null when the request had none.</param>
/// <param name="TestClock">The time of the request in the test environment; null is the clock's.</param>
[GenerateSerializer, Immutable, Alias("RedeemCodeRequest")]
public sealed record RedeemCodeRequest(
    [property: Id(0)] string UserId,
    [property: Id(1)] string Code,
    [property: Id(2)] string? IdempotencyKey,
    [property: Id(3)] DateTimeOffset? TestClock);

/// <param name="Data">The answer's <c>data</c> member as UTF-8 JSON, set only when <see cref="RedeemCodeStatus.Done"/>.</param>
/// <param name="Replayed">It had been redeemed before; <paramref name="Data"/> is what was answered then.</param>
[GenerateSerializer, Immutable, Alias("RedeemCodeReply")]
public sealed record RedeemCodeReply(
    [property: Id(0)] RedeemCodeStatus Status,
    [property: Id(1)] byte[]? Data = null,
    [property: Id(2)] bool Replayed = false);

/// <summary>Source order is check order; the numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("RedeemCodeStatus")]
public enum RedeemCodeStatus : byte
{
    Done = 1,

    /// <summary>The key was used for another request.</summary>
    KeyReused = 2,

    /// <summary>The test clock is set before the participant's last entry.</summary>
    TestClockBackwards = 3,
    CampaignNotActive = 4,

    /// <summary>There is none, or it is another campaign's.</summary>
    CodeNotFound = 5,
    Redeemed = 6,
    Revoked = 7,
    Expired = 8,

    /// <summary>The total could pass 2^53−1.</summary>
    PointsOverflow = 9,

    /// <summary>The same request, sent again, will tell. If the code was claimed it will give its points either way.</summary>
    OutcomeUnknown = 10,

    /// <summary>Nothing was kept; the same request may be sent again.</summary>
    Unavailable = 11,
}

/// <summary>A claim that a batch holds open, of which it is not known whether its participant has the entry.</summary>
/// <param name="UserId">Null when it was blanked, which happens only once the entry is there.</param>
/// <param name="Key">Hash of the request's idempotency key, or 0.</param>
/// <param name="At">The time of the request.</param>
/// <param name="ErasedAt">As <see cref="ClaimCodeRequest.ErasedAt"/>.</param>
[GenerateSerializer, Immutable, Alias("CompleteRedemptionRequest")]
public sealed record CompleteRedemptionRequest(
    [property: Id(0)] Guid Batch,
    [property: Id(1)] int Index,
    [property: Id(2)] string Code,
    [property: Id(3)] long Points,
    [property: Id(4)] string? UserId,
    [property: Id(5)] UInt128 Key,
    [property: Id(6)] DateTimeOffset At,
    [property: Id(7)] long ErasedAt);
