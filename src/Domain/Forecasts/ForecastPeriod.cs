namespace CampaignEngine.Domain.Forecasts;

/// <summary>What a forecast covers.</summary>
/// <param name="From">Plays come from here on.</param>
/// <param name="To">Up to here.</param>
/// <param name="MomentsFrom">Moments of units lie between this and <paramref name="To"/>; not after <paramref name="From"/>.</param>
public sealed record ForecastPeriod(DateTimeOffset From, DateTimeOffset To, DateTimeOffset MomentsFrom);
