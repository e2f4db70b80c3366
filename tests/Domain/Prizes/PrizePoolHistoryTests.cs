using System.Text.Json;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Domain.Tests.Prizes;

/// <summary>Seeded random histories of claims, repeats, confirmations, releases and leases.</summary>
public class PrizePoolHistoryTests
{
    private const int Steps = 400;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Nothing_is_lost_and_nothing_given_twice(int seed)
    {
        var random = new Random(seed);
        var pool = new PrizePool();
        var entries = new List<PoolEntry>();
        var users = Enumerable.Range(0, 6).Select(index => new User(new ParticipantRef((UInt128)index))).ToArray();
        var stock = new long[] { random.Next(1, 6), random.Next(1, 12), random.Next(1, 24) };
        Add(new PoolOpened(1, [.. stock.Select((quantity, index) => new StockedTier($"Tier {index}", quantity))]));

        var codes = new HashSet<long>();
        var awards = new Dictionary<long, (ParticipantRef, long Play)>();
        var seenSoldOut = false;
        for (var step = 0; step < Steps; step++)
        {
            var user = users[random.Next(users.Length)];
            switch (random.Next(10))
            {
                case < 6:
                    Claim(user);
                    break;
                case 6 when user.OpenAward is { } award: // The participant commits the play with its award.
                    (user.LastAward, user.OpenAward, user.Plays, user.Tier) = (award, null, user.Plays + 1, null);
                    break;
                case 7 when user.OpenAward is { } award: // The participant promises never to keep it.
                    (user.LastReleased, user.OpenAward) = (award, null);
                    if (random.Next(2) == 0)
                        Add(new ClaimVoided(award));
                    break;
                case 8 when pool.FindOpen(user.LastAward) is { } kept:
                    Add(new ClaimsClosed([kept.Award]));
                    break;
            }

            Check();
        }

        Assert.True(seenSoldOut, "The history is too short to sell a tier out.");
        Assert.NotEmpty(awards);

        void Claim(User user)
        {
            var tier = user.Tier ??= random.Next(stock.Length);
            var remaining = pool.Tiers[tier].Remaining;
            var repeated = user.OpenAward;
            var decision = pool.Decide(new Claim(new ClaimId(user.Ref, user.Plays + 1), tier, user.LastAward, user.LastReleased));
            switch (decision)
            {
                case ClaimDecision.NeedsCodes:
                    Assert.Equal(0, pool.Codes.Count);
                    Add(new CodesLeased(codes.Count == 0 ? 1_000 : codes.Max() + random.Next(1, 5), random.Next(1, 8)));
                    break;
                case ClaimDecision.SoldOut:
                    Assert.Equal(0, remaining);
                    seenSoldOut = true;
                    (user.Plays, user.Tier) = (user.Plays + 1, null);
                    break;
                case ClaimDecision.Awarded awarded:
                    entries.AddRange(awarded.Entries);
                    if (repeated is { } same)
                        Assert.Equal((same, 0), (awarded.Claim.Award, awarded.Entries.Count));
                    else
                    {
                        Assert.True(codes.Add(awarded.Claim.CodeNumber), "A code was given twice.");
                        Assert.True(awards.TryAdd(awarded.Claim.Award, (user.Ref, user.Plays + 1)), "An award was given twice.");
                    }

                    Assert.Equal(tier, awarded.Claim.Tier);
                    user.OpenAward = awarded.Claim.Award;
                    break;
            }
        }

        void Add(PoolEntry entry)
        {
            pool.Apply(entry);
            entries.Add(entry);
        }

        void Check()
        {
            for (var tier = 0; tier < stock.Length; tier++)
            {
                var now = pool.Tiers[tier];
                Assert.Equal(stock[tier], now.Stocked);
                Assert.Equal(now.Stocked, now.Remaining + now.Open + now.Awarded);
                Assert.True(now.Remaining >= 0 && now.Open >= 0 && now.Awarded >= 0);
                Assert.Equal(pool.OpenClaims.Count(claim => claim.Tier == tier), now.Open);
            }

            // Awarded units are exactly those whose award was closed, counted from the entries alone.
            var closed = entries.OfType<ClaimsClosed>().SelectMany(entry => entry.Awards)
                .Concat(entries.OfType<PrizeAwarded>().Select(entry => entry.Closes).Where(award => award != 0)).ToArray();
            Assert.Equal(closed.Length, closed.Distinct().Count());
            Assert.Equal(closed.Length, pool.Tiers.Sum(tier => tier.Awarded));

            var scratch = new PrizePool();
            foreach (var entry in entries)
                scratch.Apply(entry);
            Assert.Equal(Text(pool.ToState()), Text(scratch.ToState()));
            Assert.Equal(Text(pool.ToState()), Text(PrizePool.FromState(pool.ToState()).ToState()));
        }
    }

    [Fact]
    public void A_pool_goes_on_from_its_state_as_if_nothing_had_been()
    {
        var random = new Random(42);
        var original = new PrizePool();
        original.Apply(new PoolOpened(1, [new StockedTier("Gold", 40)]));
        original.Apply(new CodesLeased(0, 30));
        for (var i = 0; i < 60; i++)
        {
            var restored = PrizePool.FromState(original.ToState());
            var claim = new Claim(
                new ClaimId(new ParticipantRef((UInt128)random.Next(5)), random.Next(8)), 0, random.Next(1, 30), random.Next(1, 30));

            Assert.Equal(Text(original.Decide(claim)), Text(restored.Decide(claim)));
            Assert.Equal(Text(original.ToState()), Text(restored.ToState()));
        }
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize<object>(value!);

    private sealed class User(ParticipantRef participant)
    {
        public ParticipantRef Ref => participant;
        public long Plays { get; set; }
        public long LastAward { get; set; }
        public long LastReleased { get; set; }

        /// <summary>The award of the play that is being decided.</summary>
        public long? OpenAward { get; set; }

        /// <summary>What that play's draw hits, however often it is claimed.</summary>
        public int? Tier { get; set; }
    }
}
