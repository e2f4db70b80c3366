using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;

namespace CampaignEngine.Domain.Tests.Forecasts;

public class ForecasterTests
{
    private static readonly DateTimeOffset Start = Given.At("2026-06-01T00:00:00+02:00");
    private static readonly Traffic Steady = new(100, 1_000, 0, Traffic.EveryDayAlike);

    [Fact]
    public void A_campaign_without_a_game_has_nothing_to_forecast() =>
        Assert.Equal(ForecastStatus.NoInstantWin, Forecaster.Run(Given.Definition(), Steady, Start, null, 1, 1).Status);

    [Theory]
    [InlineData("2026-09-01T00:00:00+02:00", ForecastStatus.Over)]
    [InlineData("2026-08-31T23:59:59+02:00", ForecastStatus.Done)]
    public void Nothing_is_left_to_come_after_the_end(string now, ForecastStatus expected) =>
        Assert.Equal(expected, Forecaster.Run(Given.Definition(game: Given.Game()), Steady, Given.At(now), null, 1, 1).Status);

    [Fact]
    public void Odds_of_one_and_one_unit_are_gone_with_the_first_play()
    {
        var forecast = Run(Given.Game([Given.Tier("Gold", 1m, quantity: 1)]));
        var gold = Assert.Single(forecast.Tiers);

        Assert.Equal((1, 0, 0, 0, 0.0, 1.0), (gold.Stock, gold.Left.P5, gold.Left.P50, gold.Left.P95, gold.MeanLeft, gold.ChanceAllGone));
        Assert.Equal(1, forecast.ChanceAllPrizesGone);
        Assert.InRange(gold.RunsOutAt.P95!.Value, Start, Start.AddDays(0.05));
        Assert.Equal(gold.EffectiveOdds, 1.0 / forecast.Plays.P50, 0.00001);
    }

    [Fact]
    public void The_effective_odds_are_those_of_the_tier_while_it_lasts()
    {
        var forecast = Run(Given.Game([Given.Tier("Gold", 0.01m, quantity: 1_000_000), Given.Tier("Silver", 0.2m, quantity: 1_000_000)]));

        Assert.Equal(0.01, forecast.Tiers[0].EffectiveOdds, 0.0002);
        Assert.Equal(0.2, forecast.Tiers[1].EffectiveOdds, 0.001);
        Assert.All(forecast.Tiers, tier => Assert.Equal(new Spread<DateTimeOffset?>(null, null, null), tier.RunsOutAt));
        Assert.Equal(0, forecast.ChanceAllPrizesGone);
    }

    [Theory]
    [InlineData(InstantWinMode.Odds)]
    [InlineData(InstantWinMode.Deck)]
    [InlineData(InstantWinMode.Moments)]
    public void The_same_seed_gives_the_same_forecast(InstantWinMode mode)
    {
        Assert.Equivalent(Run(Game(mode), seed: 5), Run(Game(mode), seed: 5), strict: true);
        Assert.NotEqual(Run(Game(mode), seed: 5).Tiers[1].MeanLeft, Run(Game(mode), seed: 6).Tiers[1].MeanLeft);
    }

    [Theory]
    [InlineData(InstantWinMode.Odds)]
    [InlineData(InstantWinMode.Deck)]
    [InlineData(InstantWinMode.Moments)]
    public void More_traffic_never_leaves_more(InstantWinMode mode)
    {
        var left = new[] { 0.1, 1, 3, 10, 30, 100, 1_000 }
            .Select(events => Run(Game(mode), Steady with { EventsPerDay = events })).ToList();

        Assert.All(left.Zip(left.Skip(1)), pair =>
        {
            for (var tier = 0; tier < 2; tier++)
                Assert.True(pair.First.Tiers[tier].MeanLeft >= pair.Second.Tiers[tier].MeanLeft);
            Assert.True(pair.First.Left.P50 >= pair.Second.Left.P50);
        });
    }

    [Fact]
    public void A_deck_that_is_played_through_leaves_nothing()
    {
        var forecast = Run(Game(InstantWinMode.Deck), Steady with { EventsPerDay = 1_000 });

        Assert.Equal((1.0, 0L), (forecast.ChanceAllPrizesGone, forecast.Left.P95));
    }

    [Fact]
    public void The_rest_of_a_running_campaign_starts_with_the_stock_that_is_left()
    {
        var stock = new ForecastStock([new TierLeft(3, 0), new TierLeft(0, 0)], CardsLeft: 40);
        var now = Start.AddDays(60);
        var forecast = Run(Game(InstantWinMode.Deck), now: now, stock: stock);

        Assert.Equal((now, 3L, 3L), (forecast.Period.From, forecast.Stock, forecast.Tiers[0].Stock));
        Assert.Equal(new Spread<DateTimeOffset?>(now, now, now), forecast.Tiers[1].RunsOutAt);
        Assert.Equal(32, forecast.Series.Length);
    }

    [Fact]
    public void Moments_that_passed_before_the_activation_go_to_the_first_plays()
    {
        var game = Given.Game([Given.Tier("Gold", 0, quantity: 920)]) with { Mode = InstantWinMode.Moments };
        var half = Run(game, Steady with { EventsPerDay = 10_000 }, now: Start.AddDays(46));

        // The first of 46 days gives half of the units, and its own 46th of the other half.
        Assert.Equal(450, half.Series[0].Left[0].P50, 12.0);
    }

    [Fact]
    public void A_day_is_a_local_day()
    {
        var definition = Definition(Game(InstantWinMode.Odds)) with
        {
            StartsAt = Given.At("2026-10-24T12:00:00+02:00"),
            EndsAt = Given.At("2026-10-26T12:00:00+01:00"),
        };
        var days = ForecastDays.Between(definition.StartsAt, definition.EndsAt, TimeZoneInfo.FindSystemTimeZoneById(definition.TimeZone));

        Assert.Equal([12.0, 25, 12], days.Select(day => day.Length.TotalHours));
        Assert.Equal([0.5, 1, 0.5], days.Select(day => day.Share));
        Assert.Equal([24, 25, 26], days.Select(day => day.Date.Day));
    }

    [Theory]
    [InlineData("9999-12-30T00:00:00Z", "9999-12-31T23:59:59Z", "UTC", 2)]
    [InlineData("9999-12-30T00:00:00Z", "9999-12-31T23:59:59Z", "America/New_York", 3)]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-02T00:00:00Z", "America/New_York", 1)]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-02T00:00:00Z", "Asia/Tokyo", 2)]
    public void The_ends_of_time_have_days_too(string from, string to, string zone, int expected)
    {
        var days = ForecastDays.Between(Given.At(from), Given.At(to), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(expected, days.Count);
        Assert.Equal(Given.At(to) - Given.At(from), TimeSpan.FromTicks(days.Sum(day => day.Length.Ticks)));
        Assert.All(days, day => Assert.InRange(day.Share, 0, 1));
    }

    [Fact]
    public void A_day_that_begins_after_a_gap_in_the_clock_is_one_day()
    {
        // In Beirut the clock of 2022-03-27 began at one.
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut");
        var days = ForecastDays.Between(Given.At("2022-03-26T00:00:00+02:00"), Given.At("2022-03-29T00:00:00+03:00"), zone);

        Assert.Equal([24.0, 23, 24], days.Select(day => day.Length.TotalHours));
    }

    [Fact]
    public void A_long_campaign_has_a_series_of_bounded_length()
    {
        var definition = Definition(Game(InstantWinMode.Odds)) with { EndsAt = Start.AddYears(10) };
        var series = Forecaster.Run(definition, Steady, Start, null, 3, 1).Forecast!.Series;

        Assert.InRange(series.Length, 200, Forecast.MaxPoints);
        Assert.Equal(new DateOnly(2036, 5, 31), series[^1].Day);
    }

    [Fact]
    public void Too_much_work_is_refused_before_it_is_done()
    {
        var definition = Definition(Game(InstantWinMode.Odds)) with { EndsAt = Start.AddYears(200) };

        Assert.Equal(ForecastStatus.TooMuchWork, Forecaster.Run(definition, Steady, Start, null, 10_000, 1).Status);
        Assert.Equal(34, Forecaster.MostRuns(definition, Start));
        Assert.Equal(0, Forecaster.MostRuns(definition with { EndsAt = DateTimeOffset.MaxValue }, Start));
    }

    [Fact]
    public void Limits_that_take_too_long_are_refused()
    {
        var game = Given.Game(maxPlays: [new(1_000_000, Period.Campaign)]);
        var hostile = new Traffic(Traffic.MaxEventsPerDay, Users: 1_000, Traffic.MaxRepeatRate, Traffic.EveryDayAlike);

        Assert.Equal(ForecastStatus.TooMuchWork, Forecaster.Run(Definition(game), hostile, Start, null, 1, 1).Status);
    }

    [Fact]
    public void The_most_people_and_events_are_no_more_work_than_a_few()
    {
        var game = Given.Game([Given.Tier("Gold", 0.5m, quantity: 10_000_000)], [new(1_000_000, Period.Day)], maxWinsPerUser: 100);
        var most = new Traffic(Traffic.MaxEventsPerDay, Traffic.MaxUsers, 0, Traffic.EveryDayAlike);

        Assert.Equal(1, Forecaster.Run(Definition(game), most, Start, null, 10, 1).Forecast!.ChanceAllPrizesGone);
    }

    [Fact]
    public void The_least_traffic_is_traffic_too()
    {
        var least = new Traffic(double.Epsilon, 1, Traffic.MaxRepeatRate, [0, 0, 0, 0, 0, 0, Traffic.MinWeights]);
        var forecast = Run(Given.Game(maxPlays: [new(1, Period.Day), new(1, Period.Campaign)], maxWinsPerUser: 1), least);

        Assert.Equal((0L, 0.0, 10L), (forecast.Plays.P95, forecast.Tiers[0].EffectiveOdds, forecast.Left.P5));
    }

    [Fact]
    public void A_forecast_that_nobody_waits_for_is_not_made()
    {
        using var left = new CancellationTokenSource();
        left.Cancel();

        Assert.Throws<OperationCanceledException>(() => Forecaster.Run(Definition(Game(InstantWinMode.Odds)), Steady, Start, null, 10, 1, left.Token));
    }

    private static Forecast Run(
        InstantWinDefinition game, Traffic? traffic = null, DateTimeOffset? now = null, ForecastStock? stock = null, ulong seed = 1) =>
        Forecaster.Run(Definition(game), traffic ?? Steady, now ?? Start, stock, runs: 300, seed).Forecast!;

    private static CampaignDefinition Definition(InstantWinDefinition game) => Given.Definition(game: game);

    private static InstantWinDefinition Game(InstantWinMode mode) =>
        Given.Game([Given.Tier("Gold", 0.001m, quantity: 10), Given.Tier("Silver", 0.02m, quantity: 200)]) with
        {
            Mode = mode,
            DeckSize = mode == InstantWinMode.Deck ? 10_000 : null,
        };
}
