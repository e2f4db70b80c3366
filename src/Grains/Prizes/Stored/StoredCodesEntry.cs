namespace CampaignEngine.Grains.Prizes.Stored;

/// <summary>What was uploaded for a campaign's tiers, as kept. Aliases and ids are stored: they only grow.</summary>
[GenerateSerializer, Immutable, Alias("prize-codes")]
public abstract record StoredCodesEntry;

/// <summary>Some codes of an upload, which count only once it is complete.</summary>
/// <param name="Command">The upload, by its idempotency key.</param>
/// <param name="Sequence">From 0; a first one throws away what an upload before left unfinished.</param>
/// <param name="Sealed">Codes with a line feed between one and the next, sealed with the master key.</param>
[GenerateSerializer, Immutable, Alias("prize-codes.chunk")]
public sealed record StoredCodesChunk(
    [property: Id(0)] UInt128 Command, [property: Id(1)] int Sequence, [property: Id(2)] byte[] Sealed) : StoredCodesEntry;

/// <summary>The codes of the chunks before are in force.</summary>
/// <param name="Tier">The tier's name.</param>
/// <param name="Add">Units to add with them.</param>
[GenerateSerializer, Immutable, Alias("prize-codes.uploaded")]
public sealed record StoredCodesUploaded(
    [property: Id(0)] UInt128 Command,
    [property: Id(1)] UInt128 Fingerprint,
    [property: Id(2)] string Tier,
    [property: Id(3)] int Count,
    [property: Id(4)] long Add) : StoredCodesEntry;

/// <summary>The upload is done, the pool knows of it if there is one, and this was answered.</summary>
/// <param name="Stocked">Null when the campaign was a draft.</param>
/// <param name="Remaining">Null likewise.</param>
/// <param name="OwnCodes">Codes of the tier by then.</param>
[GenerateSerializer, Immutable, Alias("prize-codes.answered")]
public sealed record StoredUploadAnswered(
    [property: Id(0)] UInt128 Command,
    [property: Id(1)] long Added,
    [property: Id(2)] long? Stocked,
    [property: Id(3)] long? Remaining,
    [property: Id(4)] int OwnCodes) : StoredCodesEntry;
