using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Forecasts;

/// <param name="Code">For programs; never changes.</param>
/// <param name="Message">For people: what is likely, and what to do about it.</param>
public sealed record ForecastWarning(string Code, string Message);

/// <summary>What somebody should know before the campaign runs.</summary>
public static class ForecastWarnings
{
    public const string PrizesLeft = "prizes_left";
    public const string RunsOutEarly = "runs_out_early";

    public static IReadOnlyList<ForecastWarning> Of(Forecast forecast, InstantWinMode mode)
    {
        var warnings = new List<ForecastWarning>();
        if (OfPrizesLeft(forecast, mode) is { } prizesLeft)
            warnings.Add(prizesLeft);
        var early = forecast.Period.From + (forecast.Period.To - forecast.Period.From) / 10;
        foreach (var tier in forecast.Tiers)
        {
            if (tier.Stock > 0 && tier.RunsOutAt.P50 < early)
            {
                warnings.Add(new ForecastWarning(RunsOutEarly,
                    $"In half of the runs the tier {tier.Name} runs out in the first tenth of the time. "
                    + "Add units, lower its chance, or spread it with maxPerDay."));
            }
        }

        return warnings;
    }

    /// <returns>Null unless more than a tenth of the prizes is left in half of the runs.</returns>
    public static ForecastWarning? OfPrizesLeft(Forecast forecast, InstantWinMode mode)
    {
        if (forecast.Left.P50 * 10 <= forecast.Stock)
            return null;
        var advice = mode == InstantWinMode.Deck
            ? "A smaller deckSize gives them out sooner: the deck is empty after as many plays as it has cards."
            : "The mode deck gives them all out, once as many plays have come as the deck has cards.";
        return new ForecastWarning(PrizesLeft,
            $"In half of the runs {forecast.Left.P50} or more of {forecast.Stock} prizes are left in the end. {advice}");
    }
}
