using System.Globalization;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;

namespace CampaignEngine.Gateway.Audits;

/// <summary>Lists an audit, newest first; the cursor is the number of the last record before.</summary>
internal static class AuditAnswer
{
    /// <param name="find">Null when there is nothing to audit: then <paramref name="notFound"/> is the answer.</param>
    public static async Task WriteAsync(HttpContext context, Func<ValueTask<IAuditGrain?>> find, ApiError notFound)
    {
        List<ErrorDetail> details = [];
        var limit = PageQuery.Limit(context.Request, details);
        var before = PageQuery.NumberCursor(context.Request, details);
        if (details.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        if (await find() is not { } audit)
        {
            await ErrorAnswer.WriteAsync(context, notFound);
            return;
        }

        var records = await audit.Read(before, limit + 1);
        var page = PageResponse.Of(
            records.Select(AuditResponse.From), limit, item => item.Number.ToString(CultureInfo.InvariantCulture));
        await JsonAnswer.WriteSuccessAsync(context.Response, page, GatewayJson.Default.PageResponseAuditResponse);
    }
}
