using System.Globalization;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Audits;

/// <summary>Shows who did what to a campaign, newest first.</summary>
public sealed class AuditEndpoint(CampaignCalls campaigns, IGrainFactory grains)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        List<ErrorDetail> details = [];
        var limit = PageQuery.Limit(context.Request, details);
        var before = PageQuery.NumberCursor(context.Request, details);
        if (details.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        if (await campaigns.FindAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return;
        }

        var records = await grains.GetGrain<IAuditGrain>(CampaignKey.Format(campaign)).Read(before, limit + 1);
        var page = PageResponse.Of(
            records.Select(From), limit, item => item.Number.ToString(CultureInfo.InvariantCulture));
        await JsonAnswer.WriteSuccessAsync(context.Response, page, GatewayJson.Default.PageResponseAuditResponse);
    }

    private static AuditResponse From(AuditRecord record) => new(
        record.Number, WireTime.Format(record.At), record.Action.Actor, record.Action.Action, new RawJson(record.Action.Detail));
}
