using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>The campaign that a route names, in the app and environment of the key.</summary>
public static class CampaignRoute
{
    public static string Slug(HttpContext context) => (string)context.Request.RouteValues["slug"]!;

    /// <summary>Whether the path is, as it was sent, that of a campaign. <c>…/participants/..</c> comes to the same route.</summary>
    public static bool IsOfCampaign(HttpContext context) =>
        RawTarget.TryCutAfter(RawTarget.Path(context), ["v1", "campaigns", Slug(context)], out var rest) && rest is [] or ['/'];

    /// <summary>A campaign that is or was running, or null. What belongs to another app is as what does not exist.</summary>
    /// <exception cref="DirectoryUnavailableException">The registry could not be read.</exception>
    public static async ValueTask<CampaignHandle?> FindActivatedAsync(this ICampaignDirectory directory, KeyGrant grant, string slug) =>
        await directory.FindCampaignAsync(grant.App, grant.Environment, slug) is { WasActivated: true } campaign ? campaign : null;
}
