using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Admin;

/// <summary>Cuts a part out of a list that is in memory and only grows; its cursor is the id of the last item before.</summary>
internal static class AdminPage
{
    /// <returns>Null when the refusal has been written.</returns>
    public static async Task<PageResponse<TResponse>?> OfAsync<T, TResponse>(
        HttpContext context, IEnumerable<T> sorted, Func<T, Guid> id, Func<T, TResponse> response)
    {
        var all = sorted.ToList();
        List<ErrorDetail> details = [];
        var limit = PageQuery.Limit(context.Request, details);
        var cursor = PageQuery.Cursor(context.Request, text => Start(text) > 0, details);
        if (details.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return null;
        }

        var page = PageResponse.Of(all.Skip(cursor is null ? 0 : Start(cursor)), limit, item => id(item).ToString());
        return new PageResponse<TResponse>([.. page.Items.Select(response)], page.NextCursor);

        int Start(string text) => Guid.TryParseExact(text, "D", out var last) ? all.FindIndex(item => id(item) == last) + 1 : 0;
    }
}
