using Orleans.Concurrency;

namespace CampaignEngine.Grains.Interfaces.Codes;

/// <summary>The batches of redeemable codes of one campaign; the key is a <see cref="Campaigns.CampaignKey"/>.</summary>
[Alias("campaign-engine.code-batches"), GrainInterfaceType("code-batches")]
public interface ICodeBatchesGrain : IGrainWithStringKey
{
    /// <summary>Makes a batch; audited. Refusals are statuses, never exceptions.</summary>
    [Alias("Generate")]
    Task<GenerateCodesReply> Generate(GenerateCodesRequest request);

    /// <summary>Batches, newest first.</summary>
    /// <param name="skip">How many of the newest to leave out.</param>
    [Alias("List")]
    ValueTask<CodeBatchPage> List(int skip, int take);

    /// <summary>How many codes of all batches are in which state.</summary>
    /// <param name="now">When; it decides what has expired.</param>
    [Alias("Count"), AlwaysInterleave]
    Task<CodeStats> Count(DateTimeOffset now);
}
