using Microsoft.AspNetCore.Http.Features;

namespace CampaignEngine.Gateway.Requests;

/// <summary>
/// The request target as it was sent. The path that the server hands to routing is decoded and its dot segments are
/// gone; a user id must be cut from what was really sent.
/// </summary>
public static class RawTarget
{
    /// <summary>The raw path without scheme, host and query.</summary>
    public static ReadOnlySpan<char> Path(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.AsSpan();
        if (target is not ['/', ..] && target.IndexOf("://") is var scheme and >= 0)
        {
            target = target[(scheme + 3)..];
            target = target.IndexOf('/') is var start and >= 0 ? target[start..] : "/";
        }

        var query = target.IndexOf('?');
        return query < 0 ? target : target[..query];
    }

    /// <summary>
    /// What follows the segments in the raw path, or false when the raw path does not begin with exactly those: then
    /// it was normalised on its way to the route, and what it means is nothing we would guess.
    /// </summary>
    public static bool TryCutAfter(ReadOnlySpan<char> path, scoped ReadOnlySpan<string> segments, out ReadOnlySpan<char> rest)
    {
        rest = path;
        foreach (var segment in segments)
        {
            if (rest is not ['/', ..] || !rest[1..].StartsWith(segment, StringComparison.OrdinalIgnoreCase))
                return false;
            rest = rest[(1 + segment.Length)..];
        }

        return rest.IsEmpty || rest[0] == '/';
    }

    /// <summary>
    /// The one segment that follows the segments in the raw path, as it was sent, or null when the raw path is another.
    /// </summary>
    /// <param name="action">The last segment of the path after it, or null when it is the last.</param>
    public static string? SegmentAfter(HttpContext context, scoped ReadOnlySpan<string> segments, string? action = null)
    {
        if (!TryCutAfter(Path(context), segments, out var rest) || rest is not ['/', ..])
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
}
