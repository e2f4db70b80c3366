using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Referrals;
using CampaignEngine.Grains.Referrals;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Referrals;

/// <summary>Records that one user referred another.</summary>
public sealed class ReferEndpoint(
    ICampaignDirectory directory, ReferralSteps steps, ReferralCodes codes, TimeProvider time, ILogger<ReferEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (await LenientBody.ReadAsync<ReferralRequest>(context, ReferralRequest.Read) is not { } request)
            return;
        if (TestClock.Refuse(context, grant, out var testClock) is { } refusing)
        {
            await refusing;
            return;
        }

        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignOrUserNotFound);
            return;
        }

        if (Refuse(campaign, request, testClock) is { } refusal)
        {
            await ErrorAnswer.WriteAsync(context, refusal);
            return;
        }

        var reply = await UnknownOutcome.OfAsync(
            () => steps.ReferAsync(campaign.Id, campaign.RefOf(request.RefereeId), new BeginReferralRequest(
                request.RefereeId, campaign.RefOf(request.ReferrerId).Value, request.ReferrerId,
                request.Key ?? Guid.CreateVersion7(time.GetUtcNow()).ToString(), RequestIdGiven: request.Key is not null, testClock)),
            new ReferralReply(ReferralStatus.OutcomeUnknown), logger, context, "the referral was recorded");
        if (reply.Status != ReferralStatus.Done)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
            return;
        }

        if (reply.Replayed && request.Key is not null)
            context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
        await JsonAnswer.WriteSuccessAsync(context.Response, reply.Data);
    }

    /// <summary>What the referee's grain need not be asked for. A request that was answered before is never refused here.</summary>
    private ApiError? Refuse(CampaignHandle campaign, ReferralRequest request, DateTimeOffset? testClock)
    {
        var refusal = request.ReferrerId == request.RefereeId ? ErrorCatalog.SelfReferral
            : codes.IsOf(campaign.Id, campaign.RefOf(request.ReferrerId), request.ReferralCode) ? null
            : ErrorCatalog.CampaignOrUserNotFound;
        if (refusal is null)
            return null;
        if (campaign.Status != CampaignStatus.Active || !campaign.Campaign.IsOpenAt(testClock ?? time.GetUtcNow()))
            return ErrorCatalog.CampaignOrUserNotFound;
        return campaign.Campaign.Referrals is null ? ErrorCatalog.ReferralsNotEnabled : refusal;
    }
}
