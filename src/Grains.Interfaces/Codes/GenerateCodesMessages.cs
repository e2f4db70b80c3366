namespace CampaignEngine.Grains.Interfaces.Codes;

/// <summary>A batch that is to be made, validated by the gateway.</summary>
/// <param name="Actor">As <see cref="Audits.AuditAction.Actor"/>.</param>
/// <param name="IdempotencyKey">Null when the request had none.</param>
/// <param name="Now">The time of the request.</param>
[GenerateSerializer, Immutable, Alias("GenerateCodesRequest")]
public sealed record GenerateCodesRequest(
    [property: Id(0)] string Actor,
    [property: Id(1)] string? IdempotencyKey,
    [property: Id(2)] int Size,
    [property: Id(3)] long Points,
    [property: Id(4)] string? Label,
    [property: Id(5)] DateTimeOffset? ExpiresAt,
    [property: Id(6)] DateTimeOffset Now)
{
    /// <summary>For how long the codes are shown again to whoever sends the request again.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromHours(24);
}

/// <param name="Batch">Set only when <see cref="GenerateCodesStatus.Done"/>.</param>
/// <param name="Replayed">It had been made before.</param>
[GenerateSerializer, Immutable, Alias("GenerateCodesReply")]
public sealed record GenerateCodesReply(
    [property: Id(0)] GenerateCodesStatus Status,
    [property: Id(1)] CodeBatchView? Batch = null,
    [property: Id(2)] bool Replayed = false);

/// <summary>Source order is check order; the numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("GenerateCodesStatus")]
public enum GenerateCodesStatus : byte
{
    Done = 1,

    /// <summary>The key was used for another request.</summary>
    KeyReused = 2,

    /// <summary>The key made a batch more than a day ago: its codes are not shown any more.</summary>
    NoLongerShown = 3,
    CampaignNotFound = 4,
    CampaignEnded = 5,
    NotEnabled = 6,

    /// <summary>The expiry does not lie ahead.</summary>
    ExpiresInPast = 7,
    TooManyBatches = 8,

    /// <summary>The same request, sent again, will tell; without a key it may make another batch.</summary>
    OutcomeUnknown = 9,

    /// <summary>Nothing was kept.</summary>
    Unavailable = 10,
}

/// <param name="Start">The number of the first code in the app's code space.</param>
[GenerateSerializer, Immutable, Alias("CodeBatchView")]
public sealed record CodeBatchView(
    [property: Id(0)] Guid Id,
    [property: Id(1)] int Size,
    [property: Id(2)] long Points,
    [property: Id(3)] string? Label,
    [property: Id(4)] DateTimeOffset? ExpiresAt,
    [property: Id(5)] DateTimeOffset CreatedAt,
    [property: Id(6)] long Start);

/// <param name="Total">Of all batches.</param>
[GenerateSerializer, Immutable, Alias("CodeBatchPage")]
public sealed record CodeBatchPage([property: Id(0)] IReadOnlyList<CodeBatchView> Batches, [property: Id(1)] int Total);

/// <summary>The four states add up to all codes.</summary>
[GenerateSerializer, Immutable, Alias("CodeStats")]
public sealed record CodeStats(
    [property: Id(0)] long Active,
    [property: Id(1)] long Redeemed,
    [property: Id(2)] long Expired,
    [property: Id(3)] long Revoked,
    [property: Id(4)] int Batches)
{
    public long Total => Active + Redeemed + Expired + Revoked;
}
