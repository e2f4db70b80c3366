using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>
/// Runs a campaign many times before it runs. The model, and what it leaves out, is in docs/forecast.md. The same
/// arguments give the same forecast, on every platform.
/// </summary>
public static class Forecaster
{
    public const int MaxRuns = 10_000;

    /// <summary>Runs × days × tiers: about a second, and 40 MB.</summary>
    public const long MaxSteps = 5_000_000;

    /// <param name="now">A forecast begins here, or where the campaign starts, whichever is later.</param>
    /// <param name="stock">What is left; null for a campaign that was not activated: all of it.</param>
    /// <param name="runs">1 to <see cref="MaxRuns"/>.</param>
    /// <exception cref="OperationCanceledException">Looked at after each run.</exception>
    public static ForecastResult Run(
        CampaignDefinition definition, Traffic traffic, DateTimeOffset now, ForecastStock? stock, int runs, ulong seed,
        CancellationToken cancellation = default)
    {
        if (definition.InstantWin is not { } instantWin)
            return new ForecastResult(ForecastStatus.NoInstantWin);
        if (now >= definition.EndsAt)
            return new ForecastResult(ForecastStatus.Over);
        var period = PeriodOf(definition, now, stock);
        if (runs > MostRuns(definition, now))
            return new ForecastResult(ForecastStatus.TooMuchWork);

        var days = ForecastDays.Between(period.From, period.To, TimeZoneInfo.FindSystemTimeZoneById(definition.TimeZone));
        if (TrafficPlan.Make(traffic, instantWin.MaxPlays, days, cancellation) is not { } plan)
            return new ForecastResult(ForecastStatus.TooMuchWork);
        stock ??= ForecastStock.Whole(instantWin);
        var tally = new ForecastTally(instantWin, stock, period, days, runs);
        var random = new Xoshiro256(seed);
        var game = PrizeGame.Of(instantWin, period, stock, new WinLimit(instantWin.MaxWinsPerUser, traffic.Users));
        var traffics = new PlayTraffic(plan);
        for (var run = 0; run < runs; run++)
        {
            cancellation.ThrowIfCancellationRequested();
            game.Start(random);
            traffics.Start();
            tally.Start(run);
            for (var day = 0; day < days.Count; day++)
            {
                var plays = traffics.PlaysOn(day, random);
                game.Play(random, days[day], plays);
                tally.Add(day, plays, game);
            }
        }

        return new ForecastResult(ForecastStatus.Done, tally.ToForecast(seed));
    }

    /// <returns>How many runs are not too many; 0 when even one is.</returns>
    public static long MostRuns(CampaignDefinition definition, DateTimeOffset now) => Math.Min(MaxRuns, MaxSteps / StepsAtMost(definition, now));

    /// <summary>Days × tiers of one run, at least 1.</summary>
    internal static long StepsAtMost(CampaignDefinition definition, DateTimeOffset now) =>
        ForecastDays.AtMost(Later(definition.StartsAt, now), definition.EndsAt) * Math.Max(1, definition.InstantWin?.Tiers.Length ?? 0);

    private static ForecastPeriod PeriodOf(CampaignDefinition definition, DateTimeOffset now, ForecastStock? stock)
    {
        var from = Later(definition.StartsAt, now);
        return new ForecastPeriod(from, definition.EndsAt, MomentsFrom: stock is null ? definition.StartsAt : from);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
