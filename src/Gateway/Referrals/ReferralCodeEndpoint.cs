using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Participants;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Referrals;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Referrals;

/// <summary>Tells a user's code and what it has brought. Everybody has one, also who was never seen.</summary>
public sealed class ReferralCodeEndpoint(ICampaignDirectory directory, ParticipantGrains participants, ReferralCodes codes)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (UserIdInUrl.RefusePath(context, out var userId, collection: "referral-code") is { } misnamed)
            await misnamed;
        else if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
        else if (campaign.Campaign.Referrals is null)
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.ReferralsNotEnabled);
        else
            await AnswerAsync(context, campaign, userId);
    }

    private async Task AnswerAsync(HttpContext context, CampaignHandle campaign, string userId)
    {
        var participant = campaign.RefOf(userId);
        var totals = await participants.Get(campaign.Id, participant).GetReferrals();
        await JsonAnswer.WriteSuccessAsync(
            context.Response, new ReferralCodeResponse(codes.Of(campaign.Id, participant), totals.Count, totals.Points),
            GatewayJson.Default.ReferralCodeResponse);
    }
}
