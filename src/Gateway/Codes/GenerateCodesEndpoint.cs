using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Codes;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Codes;

/// <summary>Makes a batch. Its codes are written here, from their numbers, and nowhere else.</summary>
public sealed class GenerateCodesEndpoint(
    ICampaignDirectory directory, IGrainFactory grains, CodeBook book, GameUrls urls, TimeProvider time, ILogger<GenerateCodesEndpoint> logger)
{
    public const int MaxLabel = 100;

    private const int MaxSlug = 64;

    private sealed record Wanted(string Slug, GenerateCodesRequest Request);

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (TestClock.Refuse(context, grant, out var testClock) is { } refusing)
        {
            await refusing;
            return;
        }

        var now = testClock ?? time.GetUtcNow();
        if (await LenientBody.ReadAsync(context, (ref members, key) => Read(ref members, key, AuditActor.OfKey(grant.KeyId), now)) is not { } wanted)
            return;
        if (await directory.FindIdAsync(grant.App, grant.Environment, wanted.Slug) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return;
        }

        var reply = await UnknownOutcome.OfAsync(
            () => grains.GetGrain<ICodeBatchesGrain>(CampaignKey.Format(campaign)).Generate(wanted.Request),
            new GenerateCodesReply(GenerateCodesStatus.OutcomeUnknown), logger, context, "codes were made");
        await (reply.Status == GenerateCodesStatus.Done
            ? AnswerAsync(context, campaign, wanted.Slug, reply)
            : ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status)));
    }

    private static Wanted Read(ref RequestMembers members, string? key, string actor, DateTimeOffset now)
    {
        var slug = members.RequiredText("slug"u8, "/slug", MaxSlug);
        var size = members.RequiredWhole("batchSize"u8, "/batchSize", 1, CodeBatchTerms.MaxSize);
        var points = members.RequiredWhole("pointsValue"u8, "/pointsValue", 1, CodeBatchTerms.MaxPoints);
        var label = members.OptionalText("label"u8, "/label", MaxLabel);
        var expiresAt = members.Time("expiresAt"u8, "/expiresAt");
        return new Wanted(slug ?? "", new GenerateCodesRequest(actor, key, (int)size, points, label, expiresAt, now));
    }

    private Task AnswerAsync(HttpContext context, CampaignId campaign, string slug, GenerateCodesReply reply)
    {
        if (reply.Replayed)
            context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
        var batch = reply.Batch!;
        var codes = new string[batch.Size];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = book.Write(campaign, slug, batch.Start + i);
        return JsonAnswer.WriteSuccessAsync(
            context.Response,
            new GeneratedCodesResponse(CodeBatchAnswer.From(campaign, batch), codes, codes.Length, urls.Of(campaign, slug)),
            GatewayJson.Default.GeneratedCodesResponse);
    }
}
