namespace CampaignEngine.Grains.Codes.Stored;

/// <summary>A batch of codes was made. What its codes are is known only with the key of the code space.</summary>
/// <param name="Start">Of the leased numbers; there are <paramref name="Size"/>.</param>
/// <param name="Key">Hash of the request's idempotency key, or 0.</param>
/// <param name="Fingerprint">Of the request.</param>
[GenerateSerializer, Immutable, Alias("code-batches.generated")]
public sealed record StoredBatchGenerated(
    [property: Id(0)] Guid Batch,
    [property: Id(1)] int Size,
    [property: Id(2)] long Points,
    [property: Id(3)] string? Label,
    [property: Id(4)] DateTimeOffset? ExpiresAt,
    [property: Id(5)] DateTimeOffset CreatedAt,
    [property: Id(6)] long Start,
    [property: Id(7)] UInt128 Key,
    [property: Id(8)] UInt128 Fingerprint);
