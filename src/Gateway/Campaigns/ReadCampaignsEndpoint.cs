using System.Globalization;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>Shows the campaigns of an app to whoever manages them.</summary>
public sealed class ReadCampaignsEndpoint(CampaignCalls campaigns, ICampaignDirectory directory, TimeProvider time)
{
    /// <summary>In the order of their slugs; the cursor is the last one's.</summary>
    public async Task ListAsync(HttpContext context, KeyGrant grant)
    {
        List<ErrorDetail> details = [];
        var limit = PageQuery.Limit(context.Request, details);
        var after = PageQuery.Cursor(context.Request, CampaignSlug.IsValid, details);
        if (details.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        var now = time.GetUtcNow();
        var found = await directory.ListAsync(grant.App, grant.Environment, after, limit + 1);
        var page = PageResponse.Of(found.Select(handle => CampaignAnswer.From(handle, now)), limit, item => item.Slug);
        await JsonAnswer.WriteSuccessAsync(context.Response, page, GatewayJson.Default.PageResponseCampaignListItem);
    }

    public async Task GetAsync(HttpContext context, KeyGrant grant)
    {
        if (!CampaignRoute.IsOfCampaign(context))
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.NotFound);
            return;
        }

        if (await campaigns.FindAsync(grant, CampaignRoute.Slug(context)) is not { } campaign || await campaigns.Grain(campaign).Get() is not { } view)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return;
        }

        IfMatch.WriteETag(context.Response, view.Version);
        await JsonAnswer.WriteSuccessAsync(
            context.Response, CampaignAnswer.From(view) with { Definition = new RawJson(view.Definition) }, GatewayJson.Default.CampaignResponse);
    }

    /// <summary>Versions, newest first; with the query's <c>version</c> that one, with its document.</summary>
    public async Task VersionsAsync(HttpContext context, KeyGrant grant)
    {
        List<ErrorDetail> details = [];
        var version = Version(context.Request, details);
        var limit = PageQuery.Limit(context.Request, details);
        var before = PageQuery.NumberCursor(context.Request, details);
        if (details.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        var grain = await campaigns.FindAsync(grant, CampaignRoute.Slug(context)) is { } campaign ? campaigns.Grain(campaign) : null;
        if (version is { } number)
            await WriteAsync(context, grain is null ? null : await grain.GetVersion(number));
        else
            await WriteAsync(context, grain is null ? null : await grain.GetVersions((int?)Bounded(before), limit + 1), limit);
    }

    private static Task WriteAsync(HttpContext context, CampaignVersionView? version) => version is null
        ? ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound)
        : JsonAnswer.WriteSuccessAsync(context.Response, CampaignAnswer.From(version), GatewayJson.Default.CampaignVersionResponse);

    private static Task WriteAsync(HttpContext context, IReadOnlyList<CampaignVersionView>? versions, int limit) => versions is null
        ? ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound)
        : JsonAnswer.WriteSuccessAsync(
            context.Response,
            PageResponse.Of(
                versions.Select(CampaignAnswer.From), limit, item => item.Version.ToString(CultureInfo.InvariantCulture)),
            GatewayJson.Default.PageResponseCampaignVersionResponse);

    private static int? Version(HttpRequest request, List<ErrorDetail> details)
    {
        var sent = request.Query["version"];
        if (sent.Count == 0)
            return null;
        if (sent is [{ } text] && PageQuery.IsNumber(text, out var version))
            return (int)Bounded(version)!;
        details.Add(new ErrorDetail("", "the query's version must be a number from 1, once"));
        return null;
    }

    /// <summary>No campaign has so many versions.</summary>
    private static long? Bounded(long? version) => version is { } number ? Math.Min(number, int.MaxValue) : null;
}
