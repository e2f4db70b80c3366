using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>Mode odds: every play hits a tier by its odds; a hit on a tier that is sold out, or has given all of its day, loses.</summary>
internal sealed class OddsGame(InstantWinDefinition definition, ForecastStock stock, WinLimit winLimit)
    : PrizeGame(definition, stock, winLimit)
{
    private readonly long[] _hits = new long[definition.Tiers.Length];

    /// <summary>At index i the chance of tier i for a play that hit none before it.</summary>
    private readonly double[] _chances = Conditional(definition);

    protected override void PlayDay(Xoshiro256 random, ForecastDay day, long plays)
    {
        var hits = 0L;
        for (var tier = 0; tier < _hits.Length; tier++)
            hits += _hits[tier] = Binomial.Draw(random, plays - hits, _chances[tier]);

        var eligible = WinLimit.Eligible(random, hits);
        var (undecided, open, wins) = (hits, eligible, 0L);
        for (var tier = 0; tier < _hits.Length; tier++)
        {
            // Which hits are of people who may win does not depend on the tier.
            var here = Hypergeometric.Draw(random, undecided, _hits[tier], open);
            undecided -= _hits[tier];
            open -= here;
            wins += Given[tier] = Math.Min(here, Math.Min(Left[tier], MostADay(tier)));
            LastGivenAt[tier] = Evenly(Given[tier], here);
        }

        WinLimit.Count(hits, eligible, wins);
    }

    private static double[] Conditional(InstantWinDefinition definition)
    {
        var left = 1m;
        var chances = new double[definition.Tiers.Length];
        for (var tier = 0; tier < chances.Length; tier++)
        {
            var odds = definition.Tiers[tier].Odds;
            chances[tier] = left > 0 ? (double)Math.Min(1, odds / left) : 0;
            left -= odds;
        }

        return chances;
    }
}
