using CampaignEngine.Gateway.Errors;
using CampaignEngine.Hosting.Clusters;

namespace CampaignEngine.Gateway.Clusters;

/// <summary>
/// While no grain can be called, requests of the API end here: what was never sent has surely done nothing, and the client
/// may be told so.
/// </summary>
public sealed class ClusterAccessMiddleware(RequestDelegate next, IClusterAccess cluster)
{
    private static readonly PathString Api = "/v1";

    public Task InvokeAsync(HttpContext context) =>
        cluster.WhyNot is not null && context.Request.Path.StartsWithSegments(Api, StringComparison.Ordinal)
            ? ErrorAnswer.WriteAsync(context, ErrorCatalog.Unavailable)
            : next(context);
}
