using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Tests.Forecasts;

/// <summary>A forecast says what comes of simulating the campaign one event of one person at a time.</summary>
public class AgreementTests
{
    private const int NaiveRuns = 400;
    private const int Days = 14;

    private static readonly DateTimeOffset Monday = Given.At("2026-06-01T00:00:00Z");

    /// <summary>Without limits of a person the model leaves nothing out, so only sampling may part the two.</summary>
    public static TheoryData<string, InstantWinDefinition, Traffic> Plain => new()
    {
        { "odds", Odds([Tier(10, 0.02m), Tier(40, 0.1m)]), Busy() },
        { "odds that are 1 and one unit", Odds([Tier(1, 1m)]), Busy() },
        { "odds, a limit a day", Odds([Tier(10, 0.05m, 1), Tier(40, 0.2m, 2)]), Busy() },
        { "odds, hardly anybody comes", Odds([Tier(3, 0.5m)]), Busy(0.3) },
        { "a deck that is played through", Deck(200, [Tier(5), Tier(20)]), Busy() },
        { "a deck that is not", Deck(600, [Tier(5), Tier(50)]), Busy() },
        { "a deck, a limit a day", Deck(200, [Tier(5, 0, 1), Tier(40, 0, 4)]), Busy() },
        { "moments", Moments([Tier(5), Tier(30)]), Busy() },
        { "moments, hardly anybody comes", Moments([Tier(5), Tier(6)]), Busy(1) },
        { "moments, a limit a day", Moments([Tier(5, 0, 1), Tier(40, 0, 2)]), Busy() },
    };

    [Theory]
    [MemberData(nameof(Plain))]
    public void A_forecast_is_what_single_plays_come_to(string name, InstantWinDefinition game, Traffic traffic) =>
        AssertAgree(name, game, traffic, tolerance: 0);

    /// <summary>Limits of a person are taken in aggregate: two of a hundred of the stock may part the two.</summary>
    public static TheoryData<string, InstantWinDefinition, Traffic> Limited => new()
    {
        { "one play a day", Odds([Tier(30, 0.1m)], plays: [new(1, Period.Day)]), Busy(repeatRate: 0.5) },
        { "two plays a day", Odds([Tier(30, 0.1m)], plays: [new(2, Period.Day)]), Busy(repeatRate: 0.7) },
        { "two plays a week", Odds([Tier(60, 0.3m)], plays: [new(2, Period.Week)]), Busy(users: 40) },
        { "one play in all", Odds([Tier(60, 0.5m)], plays: [new(1, Period.Campaign)]), Busy(users: 150) },
        { "a play a day and three in all", Odds([Tier(60, 0.3m)], plays: [new(3, Period.Campaign), new(1, Period.Day)]), Busy(repeatRate: 0.3, users: 60) },
        { "a few who come all the time", Odds([Tier(40, 1m)], plays: [new(3, Period.Campaign)]), Busy(users: 10) },
        { "one win", Odds([Tier(50, 0.3m)], wins: 1), Busy(users: 60) },
        { "two wins", Odds([Tier(150, 0.6m)], wins: 2), Busy(users: 60) },
        { "one win, everybody hits", Odds([Tier(100, 1m)], wins: 1), Busy(users: 80) },
        { "one win of a deck", Deck(280, [Tier(60)], wins: 1), Busy(users: 50) },
        { "one win of moments", Moments([Tier(60)], wins: 1), Busy(users: 50) },
        { "one win of moments, many people", Moments([Tier(40)], wins: 1), Busy(users: 400) },
    };

    [Theory]
    [MemberData(nameof(Limited))]
    public void Limits_of_a_person_are_nearly_what_single_plays_come_to(string name, InstantWinDefinition game, Traffic traffic) =>
        AssertAgree(name, game, traffic, tolerance: 0.02);

    private static void AssertAgree(string name, InstantWinDefinition game, Traffic traffic, double tolerance)
    {
        var definition = Given.Definition(game: game, timeZone: "UTC") with { StartsAt = Monday, EndsAt = Monday.AddDays(Days) };
        var forecast = Forecaster.Run(definition, traffic, Monday, stock: null, runs: 4_000, seed: 1).Forecast!;
        var random = new Xoshiro256(99);
        var naive = Enumerable.Range(0, NaiveRuns).Select(_ => new NaiveCampaign(game, traffic, Days, random).Run()).ToList();

        for (var tier = 0; tier < game.Tiers.Length; tier++)
        {
            var stock = game.Tiers[tier].Quantity;
            AssertMean($"{name}, left of tier {tier}", [.. naive.Select(run => (double)run.Left[tier])], forecast.Tiers[tier].MeanLeft, tolerance * stock);
            AssertMean($"{name}, all gone of tier {tier}", [.. naive.Select(run => run.Left[tier] == 0 ? 1.0 : 0)], forecast.Tiers[tier].ChanceAllGone, tolerance * 4);
            var ranOut = naive.Select(run => run.RanOutAt[tier] ?? double.MaxValue).Order().ToList();
            if (forecast.Tiers[tier].RunsOutAt.P50 is { } median)
            {
                // The median of so few runs lies between their 40th and 60th of a hundred.
                var at = (median - Monday).TotalDays;
                Assert.True(at >= ranOut[NaiveRuns * 40 / 100] - 0.1 && at <= ranOut[NaiveRuns * 60 / 100] + 0.1, $"{name}, tier {tier} runs out at {at}");
            }
        }

        AssertMean($"{name}, plays", [.. naive.Select(run => (double)run.Plays)], forecast.Plays.P50, 1 + tolerance * naive.Average(run => run.Plays));
    }

    private static void AssertMean(string name, double[] samples, double expected, double tolerance)
    {
        var mean = samples.Average();
        var error = Math.Sqrt(samples.Select(each => (each - mean) * (each - mean)).Average() / samples.Length);
        Assert.True(Math.Abs(mean - expected) <= tolerance + 4 * error + 0.01, $"{name}: {mean} ± {error}, forecast {expected}");
    }

    private static Traffic Busy(double events = 20, double repeatRate = 0.2, long users = 1_000) =>
        new(events, users, repeatRate, [2, 1, 1, 1, 1, 0.5, 0]);

    private static TierDefinition Tier(long quantity, decimal odds = 0, int? maxPerDay = null) =>
        new("Tier", quantity, odds, 0, null) { MaxPerDay = maxPerDay };

    private static InstantWinDefinition Odds(TierDefinition[] tiers, CountLimit[]? plays = null, int? wins = null) =>
        Given.Game([.. tiers], [.. plays ?? []], maxWinsPerUser: wins);

    private static InstantWinDefinition Deck(long size, TierDefinition[] tiers, int? wins = null) =>
        Odds(tiers, wins: wins) with { Mode = InstantWinMode.Deck, DeckSize = size };

    private static InstantWinDefinition Moments(TierDefinition[] tiers, int? wins = null) =>
        Odds(tiers, wins: wins) with { Mode = InstantWinMode.Moments };
}
