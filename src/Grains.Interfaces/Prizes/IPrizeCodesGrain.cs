using Orleans.Concurrency;

namespace CampaignEngine.Grains.Interfaces.Prizes;

/// <summary>
/// The codes that were uploaded for the tiers of one campaign; the key is a <see cref="Campaigns.CampaignKey"/>. A
/// tier's codes have the places 1, 2, 3, … and are handed out in that order. Those that were not handed out are told to
/// nobody but the pool.
/// </summary>
[Alias("campaign-engine.prize-codes"), GrainInterfaceType("prize-codes")]
public interface IPrizeCodesGrain : IGrainWithStringKey
{
    /// <summary>How many codes are in force for each tier that has any, by the tier's name.</summary>
    [Alias("Count"), AlwaysInterleave]
    ValueTask<IReadOnlyDictionary<string, int>> Count();

    /// <summary>One code, for the play that it is handed out for.</summary>
    /// <param name="place">1 to the tier's count.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such code.</exception>
    [Alias("Get"), AlwaysInterleave]
    ValueTask<string> Get(string tier, int place);

    /// <summary>The tier that a code was uploaded for and its place there, also when it was not handed out yet; or null.</summary>
    [Alias("Find"), AlwaysInterleave]
    ValueTask<CodePlace?> Find(string code);

    /// <summary>Whether an upload was kept under this idempotency key.</summary>
    [Alias("HasUpload"), AlwaysInterleave]
    ValueTask<bool> HasUpload(string idempotencyKey);

    /// <summary>Keeps all of the codes or none; while the campaign runs, units may be added with them.</summary>
    [Alias("Upload")]
    Task<StockReply> Upload(UploadCodesRequest request);

    /// <summary>Tells the pool of uploads that it may not know yet.</summary>
    [Alias("Resume")]
    Task Resume();
}

/// <param name="Tier">The tier's name.</param>
/// <param name="Place">From 1.</param>
[GenerateSerializer, Immutable, Alias("CodePlace")]
public sealed record CodePlace([property: Id(0)] string Tier, [property: Id(1)] int Place);
