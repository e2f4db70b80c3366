using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>The prizes of one run, day by day. Always: what a tier began with = left + given.</summary>
internal abstract class PrizeGame(InstantWinDefinition definition, ForecastStock stock, WinLimit winLimit)
{
    protected InstantWinDefinition Definition { get; } = definition;

    protected ForecastStock Stock { get; } = stock;

    protected WinLimit WinLimit { get; } = winLimit;

    /// <summary>Units that nobody has won, by tier.</summary>
    public long[] Left { get; } = new long[definition.Tiers.Length];

    /// <summary>Units that the last day gave, by tier.</summary>
    public long[] Given { get; } = new long[definition.Tiers.Length];

    /// <summary>Units that the last day would have given of an endless stock, by tier; at least <see cref="Given"/>.</summary>
    public long[] Wanted { get; } = new long[definition.Tiers.Length];

    public static PrizeGame Of(InstantWinDefinition definition, ForecastPeriod period, ForecastStock stock, WinLimit winLimit) =>
        definition.Mode switch
        {
            InstantWinMode.Odds => new OddsGame(definition, stock, winLimit),
            InstantWinMode.Deck => new DeckGame(definition, stock, winLimit),
            InstantWinMode.Moments => new MomentsGame(definition, period, stock, winLimit),
            _ => throw new InvalidOperationException($"No forecast of mode {definition.Mode}."),
        };

    public virtual void Start(Xoshiro256 random)
    {
        WinLimit.Start();
        for (var tier = 0; tier < Left.Length; tier++)
            Left[tier] = Stock.Tiers[tier].Remaining;
    }

    public void Play(Xoshiro256 random, ForecastDay day, long plays)
    {
        PlayDay(random, day, plays);
        for (var tier = 0; tier < Left.Length; tier++)
            Left[tier] -= Given[tier];
    }

    /// <summary>Sets <see cref="Given"/> and <see cref="Wanted"/>.</summary>
    protected abstract void PlayDay(Xoshiro256 random, ForecastDay day, long plays);

    protected long MostADay(int tier) => Definition.Tiers[tier].MaxPerDay ?? long.MaxValue;

    /// <summary>Gives what there is for the day, lower tiers first, until so many are given; the rest waits.</summary>
    /// <param name="ready">Units that may be given today, by tier.</param>
    protected void Give(ReadOnlySpan<long> ready, long many, long[] waiting)
    {
        for (var tier = 0; tier < ready.Length; tier++)
        {
            Wanted[tier] = Given[tier] = Math.Min(ready[tier], many);
            waiting[tier] -= Given[tier];
            many -= Given[tier];
        }
    }
}
