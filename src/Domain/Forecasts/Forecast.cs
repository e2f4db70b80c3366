using System.Collections.Immutable;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>What may become of a campaign's prizes.</summary>
/// <param name="Seed">Gives the same forecast again.</param>
/// <param name="Plays">In all, of a run.</param>
/// <param name="Stock">Units at the beginning, of all tiers.</param>
/// <param name="ChanceAllPrizesGone">Share of the runs in which no unit of any tier is left.</param>
/// <param name="Left">Units of all tiers together that are left in the end.</param>
/// <param name="Series">At most <see cref="MaxPoints"/> days, evenly picked, the last one among them.</param>
public sealed record Forecast(
    ulong Seed,
    int Runs,
    ForecastPeriod Period,
    Spread<long> Plays,
    long Stock,
    ImmutableArray<TierForecast> Tiers,
    double ChanceAllPrizesGone,
    Spread<long> Left,
    ImmutableArray<ForecastPoint> Series)
{
    public const int MaxPoints = 400;
}

/// <param name="Left">Units that are left in the end.</param>
/// <param name="ChanceAllGone">Share of the runs in which none is.</param>
/// <param name="RunsOutAt">When the last unit goes; null: in such a run it does not.</param>
/// <param name="EffectiveOdds">Wins of the tier ÷ plays, over all runs; 0 when nobody plays.</param>
public sealed record TierForecast(
    string Name, long Stock, Spread<long> Left, double MeanLeft, double ChanceAllGone, Spread<DateTimeOffset?> RunsOutAt, double EffectiveOdds);

/// <param name="Day">A local day.</param>
/// <param name="Left">Units that are left at its end, by tier.</param>
public sealed record ForecastPoint(DateOnly Day, ImmutableArray<Spread<long>> Left);
