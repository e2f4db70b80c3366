using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Tests.Forecasts;

/// <summary>What must hold on every day of every run, whatever the campaign.</summary>
public class PrizeGameTests
{
    private const int Campaigns = 1_500;

    [Theory]
    [InlineData(InstantWinMode.Odds)]
    [InlineData(InstantWinMode.Deck)]
    [InlineData(InstantWinMode.Moments)]
    public void No_unit_is_lost_or_made_and_no_limit_is_passed(InstantWinMode mode)
    {
        var random = new Xoshiro256((ulong)mode);
        for (var i = 0; i < Campaigns; i++)
            Check(AnyGame(mode, random), users: 1 + Below(random, 200), random);
    }

    private static void Check(InstantWinDefinition definition, long users, Xoshiro256 random)
    {
        var from = Given.At("2026-06-01T00:00:00Z");
        var days = ForecastDays.Between(from, from.AddDays(10), TimeZoneInfo.Utc);
        var game = PrizeGame.Of(
            definition, new ForecastPeriod(from, from.AddDays(10), from.AddDays(-Below(random, 3))), ForecastStock.Whole(definition),
            new WinLimit(definition.MaxWinsPerUser, users));
        for (var run = 0; run < 2; run++)
        {
            game.Start(random);
            var (given, plays) = (new long[definition.Tiers.Length], 0L);
            foreach (var day in days)
            {
                var today = Below(random, 3) == 0 ? 0 : Below(random, 300);
                game.Play(random, day, today);
                plays += today;
                Assert.InRange(game.Given.Sum(), 0, today);
                for (var tier = 0; tier < given.Length; tier++)
                {
                    given[tier] += game.Given[tier];
                    Assert.Equal(definition.Tiers[tier].Quantity, game.Left[tier] + given[tier]);
                    Assert.InRange(game.Left[tier], 0, definition.Tiers[tier].Quantity);
                    Assert.InRange(game.Given[tier], 0, definition.Tiers[tier].MaxPerDay ?? int.MaxValue);
                    Assert.InRange(game.LastGivenAt[tier], 0, 1);
                }
            }

            Assert.InRange(given.Sum(), 0, users * (definition.MaxWinsPerUser ?? int.MaxValue));
            if (definition.Mode == InstantWinMode.Deck && plays >= definition.DeckSize && definition is { MaxWinsPerUser: null } && definition.Tiers.All(tier => tier.MaxPerDay is null))
                Assert.Equal(0, game.Left.Sum());
        }
    }

    private static InstantWinDefinition AnyGame(InstantWinMode mode, Xoshiro256 random)
    {
        TierDefinition[] tiers = [.. Enumerable.Range(0, 1 + Below(random, 5)).Select(_ =>
            new TierDefinition("Tier", 1 + Below(random, 100), mode == InstantWinMode.Odds ? (decimal)random.NextUnit() / 5 : 0, 0, null)
            {
                MaxPerDay = Below(random, 3) == 0 ? 1 + Below(random, 10) : null,
            })];
        return Given.Game([.. tiers], maxWinsPerUser: Below(random, 3) == 0 ? 1 + Below(random, 3) : null) with
        {
            Mode = mode,
            DeckSize = mode == InstantWinMode.Deck ? tiers.Sum(tier => tier.Quantity) + Below(random, 500) : null,
        };
    }

    private static int Below(Xoshiro256 random, int count) => (int)(random.NextUnit() * count);
}
