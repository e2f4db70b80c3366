using CampaignEngine.Gateway.Campaigns;
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

    /// <returns>The writing of the refusal, or null when the path is, as it was sent, that of a user with such an id.</returns>
    /// <param name="action">The last segment of the path after the id, or null when the id is the last.</param>
    /// <param name="collection">The segment before the id.</param>
    public static Task? RefusePath(HttpContext context, out string userId, string? action = null, string collection = Participants)
    {
        userId = "";
        return RawFromPath(context, action, collection) is { } raw
            ? Refuse(context, PercentEncoding.Decode(raw), out userId)
            : ErrorAnswer.WriteAsync(context, ErrorCatalog.NotFound);
    }

    /// <returns>The writing of the refusal, or null when the query of the collection names one user with such an id.</returns>
    public static Task? RefuseQuery(HttpContext context, out string userId)
    {
        userId = "";
        if (!IsCollection(context))
            return ErrorAnswer.WriteAsync(context, ErrorCatalog.NotFound);
        return RawFromQuery(context) is [var raw]
            ? Refuse(context, Decode(raw), out userId)
            : RefuseAsync(context, "must be in the query exactly once");
    }

    /// <summary>The raw id, or null when the path is not, as it was sent, the path of a participant.</summary>
    public static string? RawFromPath(HttpContext context, string? action, string collection = Participants) =>
        RawTarget.SegmentAfter(context, ["v1", "campaigns", CampaignRoute.Slug(context), collection], action);

    /// <summary>What an id must be instead, or null when it is fine.</summary>
    public static string? Violated(string? userId) =>
        userId is null ? "must be percent-encoded UTF-8" : CharacterLimits.ViolatedByUserId(userId);

    private static Task? Refuse(HttpContext context, string? decoded, out string userId)
    {
        userId = decoded ?? "";
        return Violated(decoded) is { } wrong ? RefuseAsync(context, wrong) : null;
    }

    private static Task RefuseAsync(HttpContext context, string message) =>
        ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, [new ErrorDetail("/userId", message)]);

    /// <summary>Whether the path is, as it was sent, the path of the collection.</summary>
    private static bool IsCollection(HttpContext context) =>
        RawTarget.TryCutAfter(RawTarget.Path(context), ["v1", "campaigns", CampaignRoute.Slug(context), Participants], out var rest)
            && rest is [] or ['/'];

    /// <summary>The raw values of the query's <c>userId</c>, or of another name for one.</summary>
    public static IReadOnlyList<string> RawFromQuery(HttpContext context, string name = "userId")
    {
        var values = new List<string>();
        foreach (var pair in context.Request.QueryString.Value.AsSpan().TrimStart('?').ToString().Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Decode(pair[..equals]) == name)
                values.Add(pair[(equals + 1)..]);
        }

        return values;
    }

    /// <summary>In a query, unlike in a path, a plus is a space: that is how forms and URLSearchParams write it.</summary>
    public static string? Decode(string queryPart) => PercentEncoding.Decode(queryPart.Replace('+', ' '));
}
