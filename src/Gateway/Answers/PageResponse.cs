namespace CampaignEngine.Gateway.Answers;

/// <summary>A page of a list of part two.</summary>
/// <param name="NextCursor">Where the next page begins, or null on the last; <see cref="JsonAnswer"/> makes a cursor of it.</param>
public sealed record PageResponse<T>(IReadOnlyList<T> Items, string? NextCursor);

public static class PageResponse
{
    /// <param name="found">Up to one more than <paramref name="limit"/>, which says that there is a next page.</param>
    /// <param name="cursorOf">The position that goes on after an item.</param>
    public static PageResponse<T> Of<T>(IEnumerable<T> found, int limit, Func<T, string> cursorOf)
    {
        var items = found.Take(limit + 1).ToList();
        if (items.Count <= limit)
            return new PageResponse<T>(items, null);
        items.RemoveAt(limit);
        return new PageResponse<T>(items, cursorOf(items[^1]));
    }
}
