namespace CampaignEngine.Grains.Interfaces.Prizes;

/// <summary>Adds units to a tier.</summary>
/// <param name="Actor">As <see cref="Audits.AuditAction.Actor"/>.</param>
/// <param name="IdempotencyKey">The same key with the same request changes nothing and gets the same answer.</param>
/// <param name="Tier">Its name.</param>
/// <param name="Add">1 or more.</param>
[GenerateSerializer, Immutable, Alias("RestockRequest")]
public sealed record RestockRequest(
    [property: Id(0)] string Actor,
    [property: Id(1)] string IdempotencyKey,
    [property: Id(2)] string Tier,
    [property: Id(3)] long Add);

/// <summary>Uploads codes for a tier. Beside <see cref="RestockRequest"/>:</summary>
/// <param name="Add">Units to add with them; null adds as many as there are codes where units can be added, else none.</param>
/// <param name="Codes">1 or more, each 1 to 100 visible ASCII characters, a line feed between one and the next.</param>
[GenerateSerializer, Immutable, Alias("UploadCodesRequest")]
public sealed record UploadCodesRequest(
    [property: Id(0)] string Actor,
    [property: Id(1)] string IdempotencyKey,
    [property: Id(2)] string Tier,
    [property: Id(3)] long? Add,
    [property: Id(4)] byte[] Codes)
{
    /// <summary>None of the codes.</summary>
    public override string ToString() => $"Codes for {Tier}";
}

/// <summary>What the upload of codes tells the pool.</summary>
/// <param name="Command">The upload, by its idempotency key.</param>
/// <param name="OwnCodes">Codes of the tier that are in force by now.</param>
[GenerateSerializer, Immutable, Alias("UploadedStock")]
public sealed record UploadedStock(
    [property: Id(0)] string Tier,
    [property: Id(1)] long Add,
    [property: Id(2)] int OwnCodes,
    [property: Id(3)] UInt128 Command,
    [property: Id(4)] UInt128 Fingerprint);

/// <param name="Added">Units.</param>
/// <param name="Stocked">Of the tier afterwards; null when the campaign is a draft, whose stock is its definition's.</param>
/// <param name="Remaining">Of the tier afterwards; null likewise.</param>
/// <param name="OwnCodes">Codes that were uploaded for the tier until then; null when units were added without codes.</param>
/// <param name="Duplicates">
/// Places in the upload, from 1 and at most 100, of the codes that appear before in it or were uploaded before.
/// </param>
[GenerateSerializer, Immutable, Alias("StockReply")]
public sealed record StockReply(
    [property: Id(0)] StockStatus Status,
    [property: Id(1)] long Added = 0,
    [property: Id(2)] long? Stocked = null,
    [property: Id(3)] long? Remaining = null,
    [property: Id(4)] int? OwnCodes = null,
    [property: Id(5)] bool Replayed = false,
    [property: Id(6)] int[]? Duplicates = null);

/// <summary>The numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("StockStatus")]
public enum StockStatus : byte
{
    Done = 1,

    /// <summary>The idempotency key belongs to another request.</summary>
    KeyReused = 2,

    /// <summary>A draft's stock is what its definition says.</summary>
    CampaignIsDraft = 3,
    CampaignEnded = 4,
    TierNotFound = 5,

    /// <summary>A deck has its cards from the start.</summary>
    StockFixed = 6,

    /// <summary>The tier would have more units than a definition may give it.</summary>
    StockTooLarge = 7,

    /// <summary>The tier hands out uploaded codes and has too few that no unit needs.</summary>
    CodesMissing = 8,

    /// <summary>The engine makes this tier's codes.</summary>
    CodesNotTaken = 9,

    /// <summary>A code appears twice, or was uploaded before.</summary>
    DuplicateCodes = 10,

    /// <summary>The campaign would have more uploaded codes than it may.</summary>
    TooManyCodes = 11,

    /// <summary>Nothing was changed.</summary>
    Unavailable = 12,

    /// <summary>Storage did not say; the same request, sent again, will tell.</summary>
    OutcomeUnknown = 13,
}
