using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Participants;

/// <summary>
/// Finds the user id of <c>/v1/campaigns/{slug}/participants/{userId}</c> and <c>…/participants?userId=</c> in what
/// was really sent.
/// </summary>
internal static class UserIdInUrl
{
    /// <summary>The raw id, or null when the path is not, as it was sent, the path of a participant.</summary>
    public static string? RawFromPath(HttpContext context, string slug) =>
        TryCutCollection(context, slug, out var rest) && rest is ['/', _, ..] && !rest[1..].Contains('/') ? rest[1..].ToString() : null;

    /// <summary>Whether the path is, as it was sent, the path of the collection.</summary>
    public static bool IsCollection(HttpContext context, string slug) =>
        TryCutCollection(context, slug, out var rest) && rest is [] or ['/'];

    /// <summary>The raw values of the query's <c>userId</c>.</summary>
    public static IReadOnlyList<string> RawFromQuery(HttpContext context)
    {
        var values = new List<string>();
        foreach (var pair in context.Request.QueryString.Value.AsSpan().TrimStart('?').ToString().Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Decode(pair[..equals]) == "userId")
                values.Add(pair[(equals + 1)..]);
        }

        return values;
    }

    /// <summary>In a query, unlike in a path, a plus is a space: that is how forms and URLSearchParams write it.</summary>
    public static string? Decode(string queryPart) => PercentEncoding.Decode(queryPart.Replace('+', ' '));

    private static bool TryCutCollection(HttpContext context, string slug, out ReadOnlySpan<char> rest) =>
        RawTarget.TryCutAfter(RawTarget.Path(context), ["v1", "campaigns", slug, "participants"], out rest);
}
