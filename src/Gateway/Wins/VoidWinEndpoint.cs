using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Wins;

/// <summary>Takes a win back, with the points of its prize. Sending it again answers the same.</summary>
public sealed class VoidWinEndpoint(ICampaignDirectory directory, IGrainFactory grains, ILogger<VoidWinEndpoint> logger)
{
    public const int MaxReason = 500;

    private sealed record Body(string Reason, bool Restock);

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (WinCodeInUrl.Read(context, "void") is not { } winCode)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.WinNotFound);
            return;
        }

        if (await StrictBody.ReadAsync(context, Read) is not { } body)
            return;

        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.WinNotFound);
            return;
        }

        var request = new VoidWinRequest(AuditActor.OfKey(grant.KeyId), winCode, body.Restock, body.Reason);
        var reply = await UnknownOutcome.OfAsync(
            () => grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign.Id)).VoidWin(request),
            new VoidWinReply(VoidWinStatus.OutcomeUnknown), logger, context, "the win was voided");
        if (reply.Status != VoidWinStatus.Done)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
            return;
        }

        await JsonAnswer.WriteSuccessAsync(context.Response, JsonSerializer.SerializeToUtf8Bytes(
            new VoidedWinResponse(winCode, reply.Tier, body.Restock, reply.PointsTaken, WireTime.Format(reply.VoidedAt)),
            GatewayJson.Default.VoidedWinResponse));
    }

    private static Body? Read(StrictObject members)
    {
        var reason = members.RequiredText("reason", MaxReason);
        var restock = members.RequiredFlag("restock");
        return reason is null || restock is null ? null : new Body(reason, restock.Value);
    }
}
