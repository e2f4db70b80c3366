using System.Globalization;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Gateway.Answers;

namespace CampaignEngine.Gateway.Forecasts;

/// <summary>Turns a forecast into what goes over the wire.</summary>
internal static class ForecastAnswer
{
    public static ForecastResponse From(Forecast forecast, InstantWinMode mode) => new(
        forecast.Seed,
        forecast.Runs,
        WireTime.Format(forecast.Period.From),
        WireTime.Format(forecast.Period.To),
        Counts(forecast.Plays),
        [.. forecast.Tiers.Select(From)],
        forecast.ChanceAllPrizesGone,
        [.. forecast.Series.Select(point => new ForecastPointResponse(
            point.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), [.. point.Left.Select(Counts)]))],
        ForecastWarnings.Of(forecast, mode));

    private static TierForecastResponse From(TierForecast tier) => new(
        tier.Name,
        tier.Stock,
        new LeftResponse(tier.Left.P5, tier.Left.P50, tier.Left.P95, tier.MeanLeft),
        tier.ChanceAllGone,
        new TimesResponse(WireTime.FormatOrNull(tier.RunsOutAt.P5), WireTime.FormatOrNull(tier.RunsOutAt.P50), WireTime.FormatOrNull(tier.RunsOutAt.P95)),
        tier.EffectiveOdds);

    private static CountsResponse Counts(Spread<long> spread) => new(spread.P5, spread.P50, spread.P95);
}
