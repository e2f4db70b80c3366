using System.Globalization;
using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Prizes;

/// <summary>Shows the stock of a campaign that is or was running.</summary>
public sealed class StockEndpoint(ICampaignDirectory directory, IGrainFactory grains)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        var campaign = await directory.FindCampaignAsync(grant.App, grant.Environment, CampaignRoute.Slug(context));
        if (Refuse(campaign) is { } refusal)
        {
            await ErrorAnswer.WriteAsync(context, refusal);
            return;
        }

        var response = new StockResponse(await ReadAsync(campaign!), NextCursor: null);
        await JsonAnswer.WriteSuccessAsync(
            context.Response, JsonSerializer.SerializeToUtf8Bytes(response, GatewayJson.Default.StockResponse));
    }

    /// <summary>The stock of a campaign that was activated, by tier.</summary>
    public async ValueTask<IReadOnlyList<TierStockResponse>> ReadAsync(CampaignHandle campaign)
    {
        var tiers = campaign.Campaign.InstantWin is null
            ? []
            : await grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign.Id)).GetStock();
        return [.. tiers.Select(From)];
    }

    private static ApiError? Refuse(CampaignHandle? campaign) => campaign switch
    {
        null => ErrorCatalog.CampaignNotFound,
        { WasActivated: false } => ErrorCatalog.CampaignIsDraft,
        _ => null,
    };

    private static TierStockResponse From(TierStockView tier) => new(
        tier.Tier, tier.Stocked, tier.Remaining, tier.Waiting, tier.Open, tier.Awarded, tier.Voided,
        tier.Day == 0 ? null : DateOnly.FromDayNumber(tier.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), tier.InDay);
}
