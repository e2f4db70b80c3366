using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>The warning that comes with the activation of a campaign.</summary>
public static class PrizesLeft
{
    private const int Runs = 200;

    /// <summary>A tenth of what a forecast may take, for whoever activates waits for it.</summary>
    private const long MaxSteps = Forecaster.MaxSteps / 10;
    private const ulong Seed = 1;

    /// <param name="traffic">What is expected; without it nothing can be said.</param>
    /// <returns>
    /// Null when no more than a tenth of the prizes would be left, or when there is nothing to forecast, or when even
    /// one run would be too much work.
    /// </returns>
    public static ForecastWarning? Warn(
        CampaignDefinition definition, Traffic? traffic, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (traffic is null || definition.InstantWin is not { } instantWin)
            return null;
        var runs = (int)Math.Clamp(MaxSteps / Forecaster.StepsAtMost(definition, now), 1, Runs);
        var result = Forecaster.Run(definition, traffic, now, stock: null, runs, Seed, cancellation);
        return result.Forecast is { } forecast ? ForecastWarnings.OfPrizesLeft(forecast, instantWin.Mode) : null;
    }
}
