using System.Globalization;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;

namespace CampaignEngine.Gateway.Audits;

/// <summary>Lists an audit, newest first.</summary>
internal static class AuditAnswer
{
    public static async Task WriteAsync(HttpContext context, IAuditGrain audit)
    {
        List<ErrorDetail> details = [];
        var limit = PageQuery.Limit(context.Request, details);
        var before = PageQuery.NumberCursor(context.Request, details);
        if (details.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        var records = await audit.Read(before, limit + 1);
        var page = PageResponse.Of(
            records.Select(From), limit, item => item.Number.ToString(CultureInfo.InvariantCulture));
        await JsonAnswer.WriteSuccessAsync(context.Response, page, GatewayJson.Default.PageResponseAuditResponse);
    }

    private static AuditResponse From(AuditRecord record) => new(
        record.Number, WireTime.Format(record.At), record.Action.Actor, record.Action.Action, new RawJson(record.Action.Detail));
}
