using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>What a forecast starts with.</summary>
/// <param name="Tiers">In the order of the definition.</param>
/// <param name="CardsLeft">Cards that no play has taken; only in the mode deck, where no fewer than prizes in the deck.</param>
public sealed record ForecastStock(ImmutableArray<TierLeft> Tiers, long CardsLeft)
{
    /// <summary>What a campaign starts with.</summary>
    public static ForecastStock Whole(InstantWinDefinition instantWin) =>
        new([.. instantWin.Tiers.Select(tier => new TierLeft(tier.Quantity, Waiting: 0))], instantWin.DeckSize ?? 0);

    public long Total => Tiers.Sum(tier => tier.Remaining);
}

/// <param name="Remaining">Units that nobody has.</param>
/// <param name="Waiting">Those of them that the next play gets: drawn before, or their moment has passed.</param>
public readonly record struct TierLeft(long Remaining, long Waiting);
