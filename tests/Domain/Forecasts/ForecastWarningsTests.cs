using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;

namespace CampaignEngine.Domain.Tests.Forecasts;

public class ForecastWarningsTests
{
    private static readonly DateTimeOffset Start = Given.At("2026-06-01T00:00:00+02:00");

    [Theory]
    [InlineData(20, true)]
    [InlineData(110, false)]
    public void Prizes_that_would_be_left_are_worth_a_warning(double events, bool warns)
    {
        // 92 days, and a play in ten wins one of 1,000.
        var forecast = Run(Given.Game([Given.Tier("Gold", 0.1m, quantity: 1_000)]), events);
        var warnings = ForecastWarnings.Of(forecast, InstantWinMode.Odds);

        Assert.Equal(warns ? [ForecastWarnings.PrizesLeft] : [], warnings.Select(warning => warning.Code));
        Assert.All(warnings, warning => Assert.Contains("deck", warning.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(100, 1_000, null)]
    [InlineData(101, 1_000, ForecastWarnings.PrizesLeft)]
    [InlineData(0, 0, null)]
    public void A_tenth_is_not_more_than_a_tenth(long left, long stock, string? expected)
    {
        var forecast = Run(Given.Game(), 1) with { Left = new Spread<long>(0, left, left), Stock = stock };

        Assert.Equal(expected, ForecastWarnings.OfPrizesLeft(forecast, InstantWinMode.Odds)?.Code);
    }

    [Fact]
    public void A_deck_is_told_to_be_smaller() => Assert.Contains(
        "smaller deckSize",
        ForecastWarnings.OfPrizesLeft(Run(Given.Game([Given.Tier("Gold", 0, quantity: 10)]) with { Mode = InstantWinMode.Deck, DeckSize = 1_000_000 }, 1), InstantWinMode.Deck)!.Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(700, false)]
    [InlineData(1_800, true)]
    public void A_tier_that_runs_out_in_the_first_tenth_is_worth_a_warning(double events, bool early)
    {
        var forecast = Run(Given.Game([Given.Tier("Gold", 0.1m, quantity: 1_000), Given.Tier("Silver", 0.001m, quantity: 20)]), events);

        Assert.Equal(early ? ["Gold"] : [], ForecastWarnings.Of(forecast, InstantWinMode.Odds)
            .Where(warning => warning.Code == ForecastWarnings.RunsOutEarly).Select(warning => warning.Message.Split("tier ")[1].Split(' ')[0]));
    }

    [Fact]
    public void An_activation_warns_of_prizes_that_would_be_left_and_only_then()
    {
        var definition = Given.Definition(game: Given.Game([Given.Tier("Gold", 0.1m, quantity: 1_000)]));

        Assert.Equal(ForecastWarnings.PrizesLeft, PrizesLeft.Warn(definition, Expect(20), Start)?.Code);
        Assert.Null(PrizesLeft.Warn(definition, Expect(200), Start));
        Assert.Equal(ForecastWarnings.PrizesLeft, PrizesLeft.Warn(definition, Expect(200), Start.AddDays(80))?.Code);
    }

    [Fact]
    public void An_activation_says_nothing_of_what_it_cannot_know()
    {
        var definition = Given.Definition(game: Given.Game([Given.Tier("Gold", 0.1m, quantity: 1_000)]));

        Assert.Null(PrizesLeft.Warn(definition, traffic: null, Start));
        Assert.Null(PrizesLeft.Warn(definition with { InstantWin = null }, Expect(20), Start));
        Assert.Null(PrizesLeft.Warn(definition, Expect(20), definition.EndsAt));
        Assert.Null(PrizesLeft.Warn(definition with { EndsAt = DateTimeOffset.MaxValue }, Expect(20), Start));
    }

    private static Traffic Expect(double events) => new(events, 1_000_000, 0, Traffic.EveryDayAlike);

    private static Forecast Run(InstantWinDefinition game, double events) =>
        Forecaster.Run(Given.Definition(game: game), Expect(events), Start, null, runs: 200, seed: 1).Forecast!;
}
