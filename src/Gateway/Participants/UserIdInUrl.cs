using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Participants;

/// <summary>
/// Finds the user id of <c>/v1/campaigns/{slug}/participants/{userId}</c> and <c>…/participants?userId=</c> in what
/// was really sent.
/// </summary>
internal static class UserIdInUrl
{
    private const string Participants = "participants";

    /// <summary>The raw id, or null when the path is not, as it was sent, the path of a participant.</summary>
    /// <param name="action">The last segment of the path after the id, or null when the id is the last.</param>
    /// <param name="collection">The segment before the id.</param>
    public static string? RawFromPath(HttpContext context, string slug, string? action = null, string collection = Participants)
    {
        if (!TryCutCollection(context, slug, out var rest, collection) || rest is not ['/', ..])
            return null;
        rest = rest[1..];
        if (action is not null)
        {
            if (!rest.EndsWith($"/{action}", StringComparison.OrdinalIgnoreCase))
                return null;
            rest = rest[..^(action.Length + 1)];
        }

        return rest.IsEmpty || rest.Contains('/') ? null : rest.ToString();
    }

    /// <summary>What an id must be instead, or null when it is fine.</summary>
    public static string? Violated(string? userId) =>
        userId is null ? "must be percent-encoded UTF-8" : CharacterLimits.ViolatedByUserId(userId);

    public static Task RefuseAsync(HttpContext context, string message) =>
        ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, [new ErrorDetail("/userId", message)]);

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

    private static bool TryCutCollection(HttpContext context, string slug, out ReadOnlySpan<char> rest, string collection = Participants) =>
        RawTarget.TryCutAfter(RawTarget.Path(context), ["v1", "campaigns", slug, collection], out rest);
}
