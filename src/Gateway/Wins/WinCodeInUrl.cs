using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Wins;

/// <summary>
/// Finds the code of <c>/v1/campaigns/{slug}/wins/{winCode}</c> in what was really sent: an uploaded code may have any
/// visible characters.
/// </summary>
internal static class WinCodeInUrl
{
    /// <param name="action">The last segment of the path after the code, or null when the code is the last.</param>
    /// <returns>Null when the path is not, as it was sent, that of a win.</returns>
    public static string? Read(HttpContext context, string? action = null) =>
        RawTarget.SegmentAfter(context, ["v1", "campaigns", CampaignRoute.Slug(context), "wins"], action) is { } raw
            ? PercentEncoding.Decode(raw)
            : null;
}
