namespace CampaignEngine.Domain.Forecasts;

/// <param name="Forecast">Set exactly when <paramref name="Status"/> is done.</param>
public sealed record ForecastResult(ForecastStatus Status, Forecast? Forecast = null);

public enum ForecastStatus
{
    Done = 1,

    /// <summary>The campaign has no game, so there is nothing to forecast.</summary>
    NoInstantWin = 2,

    /// <summary>Nothing of the campaign is left to come.</summary>
    Over = 3,

    /// <summary>Runs × days × tiers exceed <see cref="Forecaster.MaxSteps"/>, or the limits of plays take too long.</summary>
    TooMuchWork = 4,
}
