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

    /// <summary>How much of the last day had passed when it gave the last of them, 0 to 1, by tier.</summary>
    public double[] LastGivenAt { get; } = new double[definition.Tiers.Length];

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

    /// <summary>Sets <see cref="Given"/> and <see cref="LastGivenAt"/>.</summary>
    protected abstract void PlayDay(Xoshiro256 random, ForecastDay day, long plays);

    protected long MostADay(int tier) => Definition.Tiers[tier].MaxPerDay ?? long.MaxValue;

    /// <summary>Gives what there is for the day, lower tiers first, until so many are given; the rest waits.</summary>
    /// <param name="plays">Of people who may win.</param>
    /// <param name="waiting">Units that may be had, by tier; what is given leaves them.</param>
    /// <param name="fresh">Those of them that came during the day, by tier; the others go to the day's first plays.</param>
    protected void Give(long many, long plays, long[] waiting, long[] fresh)
    {
        var given = 0L;
        for (var tier = 0; tier < waiting.Length; tier++)
        {
            var old = waiting[tier] - fresh[tier];
            Given[tier] = Math.Min(Math.Min(waiting[tier], MostADay(tier)), many - given);
            given += Given[tier];
            waiting[tier] -= Given[tier];
            LastGivenAt[tier] = Math.Max(Evenly(given, plays), Evenly(Given[tier] - old, fresh[tier]));
        }
    }

    /// <returns>When the nth of so many comes that come evenly over a day; 0 for n below 1.</returns>
    protected static double Evenly(long n, long many) => Math.Max(0, n) / (many + 1.0);
}
