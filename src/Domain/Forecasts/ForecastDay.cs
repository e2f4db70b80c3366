namespace CampaignEngine.Domain.Forecasts;

/// <summary>A local day, or the part of one, that a forecast covers.</summary>
/// <param name="Share">How much of the local day it is, more than 0 and at most 1.</param>
internal readonly record struct ForecastDay(DateOnly Date, int Week, int Month, DateTimeOffset From, DateTimeOffset To, double Share)
{
    public TimeSpan Length => To - From;
}
