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
        var pool = grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign.Id));
        // Cards first: a play in between leaves fewer prizes in the deck, never more than there are cards.
        var taken = await pool.CountCardsTaken();
        var stock = await pool.GetStock();
        return new ForecastStock(
            [.. stock.Select(tier => new TierLeft(tier.Remaining, tier.Waiting))], Math.Max(0, (instantWin.DeckSize ?? 0) - taken));
    }
}
