using CampaignEngine.Gateway.Audits;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Admin;

/// <summary>Who did what to an app and its keys.</summary>
public sealed class AppAuditEndpoint(ICampaignDirectory directory, AdminActions actions)
{
    public Task ListAsync(HttpContext context) => AuditAnswer.WriteAsync(
        context,
        async () => AdminRoute.App(context, await directory.ReadNewestAsync()) is { } app ? actions.Audit(app.Id) : null,
        ErrorCatalog.AppNotFound);
}
