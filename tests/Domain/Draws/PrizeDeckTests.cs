using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Hashing;

namespace CampaignEngine.Domain.Tests.Draws;

/// <summary>Every card is taken once, and no place is likelier than another.</summary>
public class PrizeDeckTests
{
    public static TheoryData<int> SampledSizes =>
        [.. Heavy.Choose<int[]>([1_000, 1_023, 1_024, 1_025, 4_097, 9_973], [65_537, 99_991, 262_144, 262_145, 1_000_000])];

    [Fact]
    public void Every_small_deck_gives_each_card_once_and_all_its_prizes()
    {
        for (var size = 1; size <= 300; size++)
            AssertGivesAll(size);
    }

    [Theory]
    [MemberData(nameof(SampledSizes))]
    public void A_large_deck_gives_each_card_once_and_all_its_prizes(int size) => AssertGivesAll(size);

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(999_983)]
    [InlineData(1_000_000_000)]
    [InlineData(1L << 62)]
    public void The_prizes_of_the_largest_decks_lie_among_its_plays(long size)
    {
        long[] quantities = [1, 10, 489];
        var deck = new PrizeDeck(Draw(7), size, quantities);
        var shuffle = Shuffle(7, size);

        var plays = Enumerable.Range(0, (int)quantities.Sum()).Select(card => shuffle.Invert(card) + 1).ToList();

        Assert.All(plays, play => Assert.InRange(play, 1, size));
        Assert.Distinct(plays);
        Assert.Equal(quantities, quantities.Select((_, tier) => plays.LongCount(play => deck.TierAt(play) == tier)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1_000)]
    [InlineData(1_048_575)]
    [InlineData(1_048_577)]
    [InlineData(1L << 62)]
    public void A_shuffle_can_be_undone(long size)
    {
        var shuffle = Shuffle(11, size);
        var random = new Random(20260601);
        for (var i = 0; i < 500; i++)
        {
            var number = random.NextInt64(size);
            Assert.Equal(number, shuffle.Invert(shuffle.Permute(number)));
            Assert.Equal(number, shuffle.Permute(shuffle.Invert(number)));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(13)]
    [InlineData(16)]
    [InlineData(33)]
    [InlineData(100)]
    public void A_prize_is_as_likely_at_any_play(int size) =>
        Assert.True(IsEven(Positions(size, PrizeDeck.Rounds), size));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(17)]
    public void Two_prizes_are_as_likely_at_any_two_plays(int size) =>
        Assert.True(IsEven(Pairs(size, PrizeDeck.Rounds), size * (size - 1)));

    // What the two tests before must be able to see.
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    public void Too_few_rounds_are_noticed(int size)
    {
        Assert.False(IsEven(Positions(size, rounds: 1), size));
        Assert.False(IsEven(Pairs(size, rounds: 2), size * (size - 1)));
    }

    /// <summary>The tiers get a tenth and a third of the cards, the rest lose.</summary>
    private static void AssertGivesAll(int size)
    {
        long[] quantities = [(size + 9) / 10, size / 3];
        if (quantities.Sum() > size)
            quantities[1] = 0;
        var deck = new PrizeDeck(Draw(size), size, quantities);
        var shuffle = Shuffle(size, size);
        var (seen, given) = (new bool[size], new long[2]);
        for (var play = 1; play <= size; play++)
        {
            var card = shuffle.Permute(play - 1);
            Assert.False(seen[card], $"Card {card} of {size} is taken twice.");
            seen[card] = true;
            if (deck.TierAt(play) is { } tier)
                given[tier]++;
        }

        Assert.Equal(quantities, given);
    }

    /// <summary>How often, over many seeds, the first card is taken by each play.</summary>
    private static int[] Positions(int size, int rounds)
    {
        var counts = new int[size];
        for (var seed = 0; seed < Seeds(size); seed++)
            counts[Shuffle(seed, size, rounds).Invert(0)]++;
        return counts;
    }

    /// <summary>How often, over many seeds, the first two cards are taken by each two plays.</summary>
    private static int[] Pairs(int size, int rounds)
    {
        var counts = new int[size * (size - 1)];
        for (var seed = 0; seed < Seeds(size * size); seed++)
        {
            var shuffle = Shuffle(seed, size, rounds);
            var (first, second) = (shuffle.Invert(0), shuffle.Invert(1));
            counts[first * (size - 1) + (second < first ? second : second - 1)]++;
        }

        return counts;
    }

    private static int Seeds(int cells) => Math.Max(3_000, 20 * cells) * Heavy.Choose(1, 10);

    private static bool IsEven(int[] counts, int cells) =>
        ChiSquared.IsPlausible(counts, Enumerable.Repeat(1d / cells, cells));

    private static FeistelPermutation Shuffle(int seed, long size, int rounds = PrizeDeck.Rounds) =>
        new(Draw(seed).DeckKey(), size, rounds);

    private static CampaignDraw Draw(int seed)
    {
        var bytes = new byte[32];
        BitConverter.TryWriteBytes(bytes, seed);
        return new CampaignDraw(bytes, Given.Id.Value);
    }
}
