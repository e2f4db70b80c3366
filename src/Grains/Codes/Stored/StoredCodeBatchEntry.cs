namespace CampaignEngine.Grains.Codes.Stored;

/// <summary>What happened to a batch of codes, as kept. Aliases and ids are stored: they only grow.</summary>
[GenerateSerializer, Immutable, Alias("code-batch")]
public abstract record StoredCodeBatchEntry;

/// <summary>Its personal part is a <see cref="StoredClaimant"/>.</summary>
[GenerateSerializer, Immutable, Alias("code-batch.claimed")]
public sealed record StoredCodeClaimed(
    [property: Id(0)] int Index,
    [property: Id(1)] UInt128 Participant,
    [property: Id(2)] UInt128 Key,
    [property: Id(3)] DateTimeOffset At) : StoredCodeBatchEntry
{
    /// <summary>The version of the entry that had erased the participant then; 0 when there was none.</summary>
    [Id(4)]
    public long ErasedAt { get; init; }
}

[GenerateSerializer, Immutable, Alias("code-batch.completed")]
public sealed record StoredCodesCompleted([property: Id(0)] int[] Indexes) : StoredCodeBatchEntry;

[GenerateSerializer, Immutable, Alias("code-batch.code-revoked")]
public sealed record StoredCodeRevoked([property: Id(0)] int Index) : StoredCodeBatchEntry;

[GenerateSerializer, Immutable, Alias("code-batch.revoked")]
public sealed record StoredBatchRevoked : StoredCodeBatchEntry;

/// <summary>Who claims a code: it is needed while the claim is open, and blanked before that ends.</summary>
[GenerateSerializer, Immutable, Alias("code-batch.claimant")]
public sealed record StoredClaimant([property: Id(0)] string UserId);

/// <param name="Redeemed">One bit for each code, lowest bit of the first byte first.</param>
/// <param name="Revoked">Likewise.</param>
[GenerateSerializer, Immutable, Alias("code-batch.state")]
public sealed record StoredCodeBatch(
    [property: Id(0)] byte[] Redeemed,
    [property: Id(1)] byte[] Revoked,
    [property: Id(2)] bool IsRevoked,
    [property: Id(3)] StoredOpenCodeClaim[] Open,
    [property: Id(4)] DateTimeOffset LastEntryAt);

/// <param name="Version">Of the entry that opened it.</param>
[GenerateSerializer, Immutable, Alias("code-batch.open")]
public readonly record struct StoredOpenCodeClaim(
    [property: Id(0)] int Index,
    [property: Id(1)] UInt128 Participant,
    [property: Id(2)] UInt128 Key,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] long Version)
{
    /// <summary>As <see cref="StoredCodeClaimed.ErasedAt"/>.</summary>
    [Id(5)]
    public long ErasedAt { get; init; }
}
