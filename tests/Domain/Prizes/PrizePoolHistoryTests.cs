using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Domain.Tests.Prizes;

/// <summary>Long histories of a pool, in each mode.</summary>
public class PrizePoolHistoryTests
{
    [Theory]
    [InlineData(InstantWinMode.Odds)]
    [InlineData(InstantWinMode.Deck)]
    [InlineData(InstantWinMode.Moments)]
    public void A_pool_goes_on_from_its_state_as_if_nothing_had_been(InstantWinMode mode)
    {
        var random = new Random(42);
        PrizeTier[] tiers = [Pools.Tier("Gold", 20, maxPerDay: 3, ownCodes: true), Pools.Tier("Silver", 20)];
        var rules = mode switch
        {
            InstantWinMode.Odds => Pools.Odds(tiers),
            InstantWinMode.Deck => Pools.Deck(55, 1, tiers),
            _ => Pools.Moments(1, tiers),
        };
        var original = Pools.Open(rules, codes: 30);
        for (var i = 0; i < 60; i++)
        {
            var restored = PrizePool.FromState(original.ToState(), rules);
            var claim = Pools.Claim(
                random.Next(5), random.Next(8), mode == InstantWinMode.Odds ? random.Next(2) : null, random.Next(1, 30), random.Next(1, 30),
                day: 1 + i / 20, now: Pools.Start.AddHours(4 * i), eligible: random.Next(4) > 0);

            Assert.Equal(PoolObserver.Text(original.Decide(claim)), PoolObserver.Text(restored.Decide(claim)));
            Assert.Equal(PoolObserver.Text(original.ToState()), PoolObserver.Text(restored.ToState()));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(7, 7)]
    [InlineData(100, 30)]
    [InlineData(4_097, 4_000)]
    [InlineData(65_536, 500)]
    [InlineData(1_000_000, 10_000)]
    public void A_deck_gives_every_card_once_and_every_prize_in_as_many_plays(int size, int prizes)
    {
        var first = (prizes + 1) / 2;
        var rules = Pools.Deck(size, 3, prizes == 1 ? [Pools.Tier("Gold", 1)] : [Pools.Tier("Gold", first), Pools.Tier("Silver", prizes - first)]);
        var pool = Pools.Open(rules, codes: prizes);
        var won = new long[rules.Tiers.Length];
        for (var play = 1L; play <= size; play++)
        {
            var awarded = (ClaimDecision.Awarded)pool.Decide(Pools.Claim(1, play, null, lastAward: play - 1));
            var card = awarded.Entries[0] switch
            {
                PrizeAwarded prize => prize.Card,
                CardLost lost => lost.Card,
                _ => 0,
            };
            if (card != play)
                Assert.Fail($"Play {play} took card {card}.");
            if (awarded.Claim.Tier is { } tier)
                won[tier]++;
        }

        Assert.Equal(rules.Tiers.Select(tier => tier.Quantity), won);
        Assert.All(pool.Tiers, tier => Assert.Equal(0, tier.Remaining));
        Assert.Same(ClaimDecision.Lost.Nothing, pool.Decide(Pools.Claim(1, size + 1, null, lastAward: size)));
    }

    [Fact]
    public void Every_moment_is_won_by_the_end()
    {
        var pool = Pools.Open(Pools.Moments(5, Pools.Tier("Gold", 500), Pools.Tier("Silver", 1_500)), codes: 2_000);
        for (var hour = 0; hour <= 240; hour++)
        {
            while (pool.Decide(Pools.Claim(1, 1 + pool.LastAward, null, pool.LastAward, now: Pools.Start.AddHours(hour))) is ClaimDecision.Awarded)
                continue;
            if (hour == 120)
                Assert.InRange(pool.LastAward, 850, 1_150);
        }

        Assert.Equal(2_000, pool.LastAward);
        Assert.All(pool.Tiers, tier => Assert.Equal((0, tier.Stocked), (tier.Remaining, tier.Drawn)));
    }
}
