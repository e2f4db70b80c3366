using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Forecasts;

/// <summary>What a running campaign has left.</summary>
public sealed class ForecastStocks(IGrainFactory grains)
{
    /// <returns>Null for a draft, which has all of it.</returns>
    public async ValueTask<ForecastStock?> FindAsync(CampaignHandle campaign, InstantWinDefinition instantWin)
    {
        if (!campaign.WasActivated)
            return null;
        var stock = await grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign.Id)).GetStock();
        return new ForecastStock([.. stock.Select(tier => new TierLeft(tier.Remaining, Waiting: 0))], CardsLeft(instantWin, stock));
    }

    /// <summary>The pool does not tell how many cards were taken, so as many are left as prizes are, in proportion.</summary>
    private static long CardsLeft(InstantWinDefinition instantWin, IReadOnlyList<TierStockView> stock)
    {
        var (remaining, stocked) = (stock.Sum(tier => tier.Remaining), stock.Sum(tier => tier.Stocked));
        return Math.Max(remaining, (long)((instantWin.DeckSize ?? 0) * ((double)remaining / Math.Max(1, stocked))));
    }
}
