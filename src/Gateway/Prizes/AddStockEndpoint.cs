using System.Text;
using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Registry;
using Microsoft.AspNetCore.Http.Features;

namespace CampaignEngine.Gateway.Prizes;

/// <summary>Adds units to a tier, or uploads its codes.</summary>
public sealed partial class AddStockEndpoint(ICampaignDirectory directory, IGrainFactory grains, ILogger<AddStockEndpoint> logger)
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

        var reading = await ReadAsync(context);
        if (reading.Request is not { } request)
        {
            await ErrorAnswer.WriteAsync(context, reading.Error!, reading.Details);
            return;
        }

        if (await directory.FindCampaignAsync(grant.App, grant.Environment, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return;
        }

        await AnswerAsync(context, request, await AddAsync(campaign.Id, grant.KeyId.ToString("N"), key, request, context.TraceIdentifier));
    }

    private static async ValueTask<AddStockReading> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var isCsv = ContentTypes.IsCsv(request);
        if (!isCsv && !ContentTypes.IsJson(request))
            return new AddStockReading(null, ErrorCatalog.StockMediaType, null);

        // The server counts the framing of chunks too.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = 2 * MaxBytes;
        var body = await RequestBody.ReadAsync(request.BodyReader, CancellationToken.None, MaxBytes);
        try
        {
            var bytes = RequestBody.InOnePiece(body);
            return isCsv
                ? StockCsv.Read(bytes, request.Query, CampaignRoute.Slug(context))
                : StockJson.Read(bytes, CampaignRoute.Slug(context));
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private async Task<StockReply> AddAsync(
        Domain.Campaigns.CampaignId campaign, string actor, string key, AddStock request, string requestId)
    {
        try
        {
            return request.Codes is { } codes
                ? await grains.GetGrain<IPrizeCodesGrain>(CampaignKey.Format(campaign)).Upload(new UploadCodesRequest(
                    actor, key, request.Tier, request.Add, Encoding.UTF8.GetBytes(string.Join('\n', codes))))
                : await grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign)).Restock(
                    new RestockRequest(actor, key, request.Tier, request.Add!.Value));
        }
        catch (Exception exception)
        {
            // Once the call is under way, whatever fails may have failed after the commit.
            LogOutcomeUnknown(exception, requestId);
            return new StockReply(StockStatus.OutcomeUnknown);
        }
    }

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

    [LoggerMessage(LogLevel.Error, "Request {RequestId}: it is not known whether stock was added")]
    private partial void LogOutcomeUnknown(Exception exception, string requestId);
}
