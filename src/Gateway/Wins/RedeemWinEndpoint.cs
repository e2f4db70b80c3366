using System.Globalization;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Wins;

/// <summary>Hands the prize of a win out, once. Sent again with the same key it answers the same, else it says when that was.</summary>
public sealed class RedeemWinEndpoint(ICampaignDirectory directory, IGrainFactory grains, ILogger<RedeemWinEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        List<ErrorDetail>? details = null;
        var key = IdempotencyKey.Read(context.Request.Headers, ref details);
        if (details is not null)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        if (!await StrictBody.ReadNothingAsync(context))
            return;
        if (WinCodeInUrl.Read(context, "redeem") is not { } winCode
            || await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.WinNotFound);
            return;
        }

        var request = new RedeemWinRequest(AuditActor.OfKey(grant.KeyId), winCode, key);
        var reply = await UnknownOutcome.OfAsync(
            () => grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign.Id)).RedeemWin(request),
            new RedeemWinReply(RedeemWinStatus.OutcomeUnknown), logger, context, "the prize was handed out");
        await AnswerAsync(context, winCode, reply);
    }

    private static Task AnswerAsync(HttpContext context, string winCode, RedeemWinReply reply)
    {
        var at = WireTime.Format(reply.RedeemedAt);
        if (reply.Status != RedeemWinStatus.Done)
        {
            return ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status), reply.Status == RedeemWinStatus.AlreadyRedeemed
                ? [new ErrorDetail("/redeemedAt", at)]
                : null);
        }

        if (reply.Replayed)
            context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
        return JsonAnswer.WriteSuccessAsync(
            context.Response,
            new RedeemedWinResponse(winCode, reply.Tier, reply.Participant.ToString("x32", CultureInfo.InvariantCulture), at),
            GatewayJson.Default.RedeemedWinResponse);
    }
}
