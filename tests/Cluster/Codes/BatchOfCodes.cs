using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;

namespace CampaignEngine.Cluster.Tests.Codes;

/// <summary>A batch, and its codes as the gateway would write them.</summary>
internal sealed record BatchOfCodes(CampaignId Campaign, CodeBatchView View, string Slug, Engine Engine)
{
    public string this[int index] => Engine.CodeBook.Write(Campaign, Slug, View.Start + index);

    public ICodeBatchGrain At(Engine engine) => engine.Grains.GetGrain<ICodeBatchGrain>(CodeBatchKey.Format(Campaign, View.Id));

    public static async Task<BatchOfCodes> MakeAsync(
        Engine engine, CampaignId campaign, int size = 3, long points = 50, DateTimeOffset? expiresAt = null)
    {
        var reply = await engine.GenerateAsync(campaign, null, size, points, expiresAt: expiresAt);
        Assert.Equal(GenerateCodesStatus.Done, reply.Status);
        return new BatchOfCodes(campaign, reply.Batch!, (await engine.Campaign(campaign).Get())!.Slug, engine);
    }
}

/// <summary>What tests ask an engine about codes.</summary>
internal static class CodeCalls
{
    /// <summary>100 points a purchase, Bronze at 500 with 50, wins, and codes.</summary>
    public static Task<CampaignId> CodesCampaignAsync(this Engine engine) =>
        engine.CreateOwnCampaignAsync(Definitions.InstantWin("1", 10).Replace("\"name\": \"Test\",", "\"name\": \"Test\", \"codes\": true,", StringComparison.Ordinal));

    public static ICodeBatchesGrain Batches(this Engine engine, CampaignId campaign) =>
        engine.Grains.GetGrain<ICodeBatchesGrain>(CampaignKey.Format(campaign));

    public static Task<GenerateCodesReply> GenerateAsync(
        this Engine engine, CampaignId campaign, string? key = null, int size = 3, long points = 50, string? label = null,
        DateTimeOffset? expiresAt = null, DateTimeOffset? now = null) =>
        engine.Batches(campaign).Generate(new GenerateCodesRequest("key", key, size, points, label, expiresAt, now ?? DateTimeOffset.UtcNow));

    public static async Task<RedeemCodeReply> RedeemAsync(
        this Engine engine, CampaignId campaign, string user, string code, string? key = null, DateTimeOffset? testClock = null) =>
        await (await engine.ParticipantAsync(campaign, user)).RedeemCode(new RedeemCodeRequest(user, Code.Normalize(code), key, testClock));

    public static async Task<long> TotalAsync(this Engine engine, CampaignId campaign, string user) =>
        (await (await engine.ParticipantAsync(campaign, user)).Get())?.TotalPoints ?? 0;
}
