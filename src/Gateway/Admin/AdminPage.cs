using System.Text.Json.Serialization.Metadata;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Admin;

/// <summary>Answers with a page of a list that is in memory and only grows; its cursor is the id of the last item before.</summary>
internal static class AdminPage
{
    public static async Task WriteAsync<T>(
        HttpContext context, IEnumerable<T> sorted, Func<T, Guid> idOf, JsonTypeInfo<PageResponse<T>> type)
    {
        List<ErrorDetail> details = [];
        var all = sorted.ToList();
        var limit = PageQuery.Limit(context.Request, details);
        int After(string cursor) => Guid.TryParseExact(cursor, "D", out var last) ? all.FindIndex(item => idOf(item) == last) + 1 : 0;
        var start = PageQuery.Cursor(context.Request, cursor => After(cursor) > 0, details) is { } cursor ? After(cursor) : 0;
        if (details.Count > 0)
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
        else
            await JsonAnswer.WriteSuccessAsync(context.Response, PageResponse.Of(all.Skip(start), limit, item => idOf(item).ToString()), type);
    }
}
