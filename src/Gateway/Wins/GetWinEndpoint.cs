using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Wins;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Wins;

/// <summary>Tells whose a win is. Whatever is no win, for whatever reason, is answered the same.</summary>
public sealed class GetWinEndpoint(ICampaignDirectory directory, IGrainFactory grains)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (WinCodeInUrl.Read(context) is { } winCode
            && await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is { } campaign
            && await grains.GetGrain<IWinsGrain>(CampaignKey.Format(campaign.Id)).Find(winCode) is { } win)
            await JsonAnswer.WriteSuccessAsync(context.Response, WinAnswer.From(win), GatewayJson.Default.WinnerResponse);
        else
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.WinNotFound);
    }
}
