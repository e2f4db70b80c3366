using System.Text;
using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Registry;
using Microsoft.AspNetCore.Http.Features;

namespace CampaignEngine.Gateway.Prizes;

/// <summary>Adds units to a tier, or uploads its codes.</summary>
public sealed class AddStockEndpoint(ICampaignDirectory directory, IGrainFactory grains, ILogger<AddStockEndpoint> logger)
{
    public const int MaxBytes = 8 * 1024 * 1024;

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        List<ErrorDetail>? details = null;
        var key = IdempotencyKey.Read(context.Request.Headers, ref details);
        if (key is null)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.IdempotencyKeyRequired, details);
            return;
        }

        if (await ReadAsync(context) is not { } request)
            return;

        if (await directory.FindCampaignAsync(grant.App, grant.Environment, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return;
        }

        await AnswerAsync(context, request, await AddAsync(context, campaign.Id, AuditActor.OfKey(grant.KeyId), key, request));
    }

    /// <returns>Null when the refusal has been written.</returns>
    private static async Task<AddStock?> ReadAsync(HttpContext context)
    {
        var isCsv = ContentTypes.IsCsv(context.Request);
        if (!isCsv && !ContentTypes.IsJson(context.Request))
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.StockMediaType);
            return null;
        }

        // The server counts the framing of chunks too.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = 2 * MaxBytes;
        var slug = CampaignRoute.Slug(context);
        return isCsv
            ? await ReadCsvAsync(context, slug)
            : await StrictBody.ReadAsync(context, members => StockJson.Read(members, slug), maxBytes: MaxBytes);
    }

    private static async Task<AddStock?> ReadCsvAsync(HttpContext context, string slug)
    {
        List<ErrorDetail> details = [];
        var request = StockCsv.Read(await RequestBody.CopyAsync(context.Request, MaxBytes), context.Request.Query, slug, details);
        if (details.Count == 0)
            return request;
        await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidBody, details);
        return null;
    }

    private Task<StockReply> AddAsync(HttpContext context, Domain.Campaigns.CampaignId campaign, string actor, string key, AddStock request) =>
        UnknownOutcome.OfAsync(
            () => request.Codes is { } codes
                ? grains.GetGrain<IPrizeCodesGrain>(CampaignKey.Format(campaign)).Upload(new UploadCodesRequest(
                    actor, key, request.Tier, request.Add, Encoding.UTF8.GetBytes(string.Join('\n', codes))))
                : grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign)).Restock(
                    new RestockRequest(actor, key, request.Tier, request.Add!.Value)),
            new StockReply(StockStatus.OutcomeUnknown), logger, context, "stock was added");

    private static Task AnswerAsync(HttpContext context, AddStock request, StockReply reply)
    {
        if (reply.Status != StockStatus.Done)
        {
            return ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status), reply.Duplicates is { } duplicates
                ? [.. duplicates.Select(code => request.Where(code, "stands before in this upload, or was uploaded before"))]
                : null);
        }

        if (reply.Replayed)
            context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
        return JsonAnswer.WriteSuccessAsync(context.Response, request.Codes is { } codes
            ? JsonSerializer.SerializeToUtf8Bytes(
                new UploadedCodesResponse(request.Tier, reply.Added, reply.Stocked, reply.Remaining, codes.Length, reply.OwnCodes),
                GatewayJson.Default.UploadedCodesResponse)
            : JsonSerializer.SerializeToUtf8Bytes(
                new AddedStockResponse(request.Tier, reply.Added, reply.Stocked, reply.Remaining), GatewayJson.Default.AddedStockResponse));
    }
}
