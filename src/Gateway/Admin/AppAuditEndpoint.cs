using CampaignEngine.Gateway.Audits;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Admin;

/// <summary>Who did what to an app and its keys.</summary>
public sealed class AppAuditEndpoint(ICampaignDirectory directory, AdminActions actions)
{
    public async Task ListAsync(HttpContext context)
    {
        if (AdminRoute.App(context, await directory.ReadNewestAsync()) is { } app)
            await AuditAnswer.WriteAsync(context, actions.Audit(app.Id));
        else
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.AppNotFound);
    }
}
