using CampaignEngine.Domain.Forecasts;

namespace CampaignEngine.Gateway.Forecasts;

/// <summary>A forecast on the wire. Days are local ones of the campaign, times are UTC.</summary>
public sealed record ForecastResponse(
    ulong Seed, int Runs, string From, string To, CountsResponse Plays, IReadOnlyList<TierForecastResponse> Tiers,
    double ChanceAllPrizesGone, IReadOnlyList<ForecastPointResponse> Series, IReadOnlyList<ForecastWarning> Warnings);

public sealed record CountsResponse(long P5, long P50, long P95);

public sealed record LeftResponse(long P5, long P50, long P95, double Mean);

/// <summary>Null: in such a run it does not.</summary>
public sealed record TimesResponse(string? P5, string? P50, string? P95);

public sealed record TierForecastResponse(
    string Name, long Stock, LeftResponse Left, double ChanceAllGone, TimesResponse RunsOutAt, double EffectiveOdds);

/// <param name="Left">By tier, in the order of <see cref="ForecastResponse.Tiers"/>.</param>
public sealed record ForecastPointResponse(string Day, IReadOnlyList<CountsResponse> Left);
