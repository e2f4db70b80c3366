using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>Deletes a draft, or a campaign that ended an hour ago or earlier. Sent again, a draft is not found any more.</summary>
public sealed class DeleteCampaignEndpoint(CampaignCalls campaigns)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (!await StrictBody.ReadNothingAsync(context, ErrorCatalog.InvalidRequest))
            return;

        var slug = CampaignRoute.Slug(context);
        if (await campaigns.FindAsync(grant, slug) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return;
        }

        var reply = await campaigns.ChangeAsync(context, campaign, grain => grain.Delete(AuditActor.OfKey(grant.KeyId)));
        if (reply.Status == CampaignReplyStatus.Done)
        {
            await JsonAnswer.WriteSuccessAsync(
                context.Response, new DeletedCampaignResponse(campaign.Value.ToString(), slug, "deleted"), GatewayJson.Default.DeletedCampaignResponse);
        }
        else
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
        }
    }
}
