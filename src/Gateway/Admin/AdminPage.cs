using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Admin;

/// <summary>Cuts a part out of a list that is in memory and only grows; its cursor is the id of the last item before.</summary>
internal static class AdminPage
{
    /// <returns>Null when the cursor is none of this list.</returns>
    public static ItemsResponse<TResponse>? Of<T, TResponse>(
        IEnumerable<T> sorted, Func<T, Guid> id, Func<T, TResponse> response, PageRequest page)
    {
        var all = sorted.ToList();
        var start = 0;
        if (page.Cursor is { } cursor)
        {
            start = Guid.TryParseExact(cursor, "D", out var last) ? all.FindIndex(item => id(item) == last) + 1 : 0;
            if (start == 0)
                return null;
        }

        var items = all.Skip(start).Take(page.Limit).ToList();
        return new ItemsResponse<TResponse>(
            [.. items.Select(response)], start + items.Count < all.Count ? id(items[^1]).ToString() : null);
    }
}
