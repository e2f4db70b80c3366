using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Audits;

/// <summary>Shows who did what to a campaign, newest first.</summary>
public sealed class AuditEndpoint(CampaignCalls campaigns, IGrainFactory grains)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (await campaigns.FindAsync(grant, CampaignRoute.Slug(context)) is { } campaign)
            await AuditAnswer.WriteAsync(context, grains.GetGrain<IAuditGrain>(CampaignKey.Format(campaign)));
        else
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
    }
}
