using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Exports;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Exports;

/// <summary>
/// Passes an export on as it is read. Once it has begun, a failure can only break the connection off: a whole export ends
/// with its footer.
/// </summary>
public sealed class ExportEndpoint(ICampaignDirectory directory, IGrainFactory grains)
{
    public const string ContentType = "application/x-ndjson";

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        var slug = CampaignRoute.Slug(context);
        if (await directory.FindIdAsync(grant.App, grant.Environment, slug, context.RequestAborted) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return;
        }

        var pieces = grains.GetGrain<IExportGrain>(CampaignKey.Format(campaign)).Read(slug).WithBatchSize(IExportGrain.PiecesAtOnce);
        await foreach (var piece in pieces.WithCancellation(context.RequestAborted))
        {
            if (!context.Response.HasStarted)
                context.Response.ContentType = ContentType;
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        }
    }
}
