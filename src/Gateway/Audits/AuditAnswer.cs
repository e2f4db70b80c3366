using System.Globalization;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;

namespace CampaignEngine.Gateway.Audits;

/// <summary>Lists an audit, newest first; the cursor is the number of the last record before.</summary>
internal static class AuditAnswer
{
    public static async Task WriteAsync(HttpContext context, IAuditGrain audit)
    {
        if (await PageRequest.ReadAsync(context) is not { } page)
            return;
        if (page.Cursor is not null && !IsNumber(page.Cursor))
        {
            await PageRequest.RefuseCursorAsync(context);
            return;
        }

        var before = page.Cursor is null ? (long?)null : long.Parse(page.Cursor, CultureInfo.InvariantCulture);
        var records = await audit.Read(before, page.Limit);
        // They are numbered without gaps from 1.
        var next = records.Count == page.Limit && records[^1].Number > 1 ? records[^1].Number : (long?)null;
        await JsonAnswer.WriteSuccessAsync(
            context.Response,
            new ItemsResponse<AuditResponse>([.. records.Select(AuditResponse.From)], next?.ToString(CultureInfo.InvariantCulture)),
            GatewayJson.Default.ItemsResponseAuditResponse);
    }

    private static bool IsNumber(string cursor) =>
        long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
}
