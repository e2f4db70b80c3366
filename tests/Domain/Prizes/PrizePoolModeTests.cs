using System.Diagnostics;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Domain.Tests.Prizes;

/// <summary>One line a play: what is sent, and what it gets.</summary>
public class PrizePoolModeTests
{
    // A play is "who day", with "!" for somebody who may not win; an answer is the tier's letter or "-", and what else the
    // entry says: "<" the unit had waited, "(G)" the card's unit waits now. What follows are the waiting units of the two
    // tiers. Gold comes first and has one unit a day where the row says so.
    public static TheoryData<string, string, string[]> Decks => new()
    {
        { "each play takes the next card", "-GS-", ["1 1: - 0 0", "2 1: G 0 0", "3 1: S 0 0", "4 1: - 0 0", "5 1: nothing 0 0"] },
        { "a prize card of one who may not win waits for the next play", "G--S", ["1 1 !: -(G) 1 0", "2 1: G< 0 0", "3 1: - 0 0", "4 1: S 0 0"] },
        { "what waits goes before the card's own", "SG--", ["1 1 !: -(S) 0 1", "2 1: S<(G) 1 0", "3 1: G< 0 0", "4 1: - 0 0"] },
        { "the first tier goes first", "SG--", ["1 1 !: -(S) 0 1", "2 1 !: -(G) 1 1", "3 1: G< 0 1", "4 1: S< 0 0"] },
        { "what waits is given beyond the deck", "SG", ["1 1 !: -(S) 0 1", "2 1 !: -(G) 1 1", "3 1 !: nothing 1 1", "3 1: G< 0 1", "4 1: S< 0 0", "5 1: nothing 0 0"] },
        { "a losing card of one who may not win is a card", "-G", ["1 1 !: - 0 0", "2 1: G 0 0"] },
    };

    [Theory]
    [MemberData(nameof(Decks))]
    public void A_deck_answers(string what, string cards, string[] plays) => Play(
        what, Pools.Open(Pools.Deck(cards, Pools.Tier("Gold", cards.Count(card => card == 'G')), Pools.Tier("Silver", cards.Count(card => card == 'S')))), plays);

    public static TheoryData<string, string, string[]> DecksByDay => new()
    {
        { "a unit over the day's limit waits for the next day", "GG-S", ["1 1: G 0 0", "2 1: -(G) 1 0", "3 1: - 1 0", "4 2: G<(S) 0 1"] },
        { "another tier that waits may go", "GSG-", ["1 1: G 0 0", "2 1 !: -(S) 0 1", "3 1: S<(G) 1 0", "4 1: - 1 0", "5 1: nothing 1 0", "5 2: G< 0 0"] },
        { "a day never runs backwards", "GGS-", ["1 2: G 0 0", "2 1: -(G) 1 0", "3 2: S 1 0", "4 3: G< 0 0"] },
    };

    [Theory]
    [MemberData(nameof(DecksByDay))]
    public void A_deck_with_one_gold_a_day_answers(string what, string cards, string[] plays) => Play(
        what, Pools.Open(Pools.Deck(cards, Pools.Tier("Gold", cards.Count(card => card == 'G'), maxPerDay: 1), Pools.Tier("Silver", cards.Count(card => card == 'S')))), plays);

    [Fact]
    public void A_repeat_gets_the_same_card()
    {
        var pool = Pools.Open(Pools.Deck("-G", Pools.Tier("Gold", 1)));
        var first = Assert.IsType<ClaimDecision.Awarded>(pool.Decide(Pools.Claim(1, 1, null)));
        pool.Decide(Pools.Claim(2, 1, null));

        var again = Assert.IsType<ClaimDecision.Awarded>(pool.Decide(Pools.Claim(1, 1, null)));

        Assert.Equal((first.Claim, 0), (again.Claim, again.Entries.Count));
        Assert.Null(again.Claim.Tier);
    }

    [Fact]
    public void A_losing_card_is_closed_by_the_next_claim()
    {
        var pool = Pools.Open(Pools.Deck("--G", Pools.Tier("Gold", 1)));
        pool.Decide(Pools.Claim(1, 1, null));

        var next = Assert.IsType<ClaimDecision.Awarded>(pool.Decide(Pools.Claim(1, 2, null, lastAward: 1)));

        Assert.Equal(1, Assert.IsType<CardLost>(Assert.Single(next.Entries)).Closes);
        Assert.Equal(2, Assert.Single(pool.OpenClaims).Award);
    }

    [Fact]
    public void A_voided_unit_of_a_deck_waits_and_a_voided_losing_card_stays_taken()
    {
        var pool = Pools.Open(Pools.Deck("G--", Pools.Tier("Gold", 1)));
        pool.Decide(Pools.Claim(1, 1, null));
        pool.Decide(Pools.Claim(2, 1, null));

        pool.Apply(new ClaimVoided(1));
        pool.Apply(new ClaimVoided(2));

        Assert.Equal((1, 1), (pool.Tiers[0].Remaining, pool.Tiers[0].Waiting));
        var next = Assert.IsType<ClaimDecision.Awarded>(pool.Decide(Pools.Claim(2, 1, null, lastReleased: 2)));
        Assert.Equal((0, 3L, true), (next.Claim.Tier, ((PrizeAwarded)next.Entries[0]).Card, ((PrizeAwarded)next.Entries[0]).FromWaiting));
    }

    [Fact]
    public void A_void_is_kept_although_the_play_then_loses()
    {
        var pool = Pools.Open(Pools.Odds(Pools.Tier("Gold", 2, maxPerDay: 1)));
        pool.Decide(Pools.Claim(1, 1, 0, day: 1));
        pool.Decide(Pools.Claim(2, 1, 0, day: 2));

        var lost = Assert.IsType<ClaimDecision.Lost>(pool.Decide(Pools.Claim(1, 1, 0, lastReleased: 1, day: 2)));

        Assert.Equal(new ClaimVoided(1), Assert.Single(lost.Entries));
        Assert.Equal(1, pool.Tiers[0].Remaining);
    }

    [Fact]
    public void A_voided_claim_gives_its_days_unit_back()
    {
        var pool = Pools.Open(Pools.Odds(Pools.Tier("Gold", 3, maxPerDay: 1)));
        pool.Decide(Pools.Claim(1, 1, 0, day: 1));
        Assert.IsType<ClaimDecision.Lost>(pool.Decide(Pools.Claim(2, 1, 0, day: 1)));

        pool.Apply(new ClaimVoided(1));

        Assert.IsType<ClaimDecision.Awarded>(pool.Decide(Pools.Claim(2, 1, 0, day: 1)));
        Assert.IsType<ClaimDecision.Lost>(pool.Decide(Pools.Claim(3, 1, 0, day: 1)));
        Assert.IsType<ClaimDecision.Awarded>(pool.Decide(Pools.Claim(3, 1, 0, day: 2)));
    }

    [Fact]
    public void The_earliest_moment_that_has_come_wins()
    {
        var rules = Pools.Moments(7, Pools.Tier("Gold", 3), Pools.Tier("Silver", 5));
        var pool = Pools.Open(rules);
        var due = rules.Tiers.SelectMany(tier => Domain.Draws.PrizeMoments.Of(
                Pools.Draw(7), tier.Index, 1, tier.Quantity, Pools.Start, Pools.End).Select(moment => (moment, (int?)tier.Index)))
            .Order().ToArray();

        Assert.Same(ClaimDecision.Lost.Nothing, pool.Decide(Pools.Claim(1, 1, null, now: At(due[0].moment - 1))));
        Assert.Equal(due[0].Item2, Tier(pool.Decide(Pools.Claim(1, 1, null, now: At(due[0].moment)))));
        Assert.Same(ClaimDecision.Lost.Nothing, pool.Decide(Pools.Claim(2, 1, null, now: At(due[1].moment - 1))));
        foreach (var (_, tier) in due[1..])
            Assert.Equal(tier, Tier(pool.Decide(Pools.Claim(3, 1 + pool.LastAward, null, now: Pools.End))));
        Assert.Same(ClaimDecision.Lost.Nothing, pool.Decide(Pools.Claim(4, 1, null, now: Pools.End)));
    }

    [Fact]
    public void Who_may_not_win_takes_no_moment()
    {
        var pool = Pools.Open(Pools.Moments(7, Pools.Tier("Gold", 1)));

        Assert.Same(ClaimDecision.Lost.Nothing, pool.Decide(Pools.Claim(1, 1, null, now: Pools.End, eligible: false)));
        Assert.Equal(0, Tier(pool.Decide(Pools.Claim(2, 1, null, now: Pools.End))));
    }

    [Fact]
    public void A_moment_over_the_days_limit_waits()
    {
        var pool = Pools.Open(Pools.Moments(7, Pools.Tier("Gold", 2, maxPerDay: 1)));
        pool.Decide(Pools.Claim(1, 1, null, now: Pools.End, day: 1));

        Assert.Same(ClaimDecision.Lost.Nothing, pool.Decide(Pools.Claim(2, 1, null, now: Pools.End, day: 1)));
        Assert.Equal(0, Tier(pool.Decide(Pools.Claim(2, 1, null, now: Pools.End, day: 2))));
    }

    [Fact]
    public void Units_added_to_moments_before_the_start_win_after_it()
    {
        var pool = Pools.Open(Pools.Moments(7, Pools.Tier("Gold", 1)));

        var added = Assert.IsType<StockDecision.Done>(pool.Restock(0, 50, 0, Pools.Start.AddDays(-30), 1, 2));

        Assert.Equal(Pools.Start, Assert.IsType<TierRestocked>(Assert.Single(added.Entries)).At);
        Assert.IsType<ClaimDecision.Lost>(pool.Decide(Pools.Claim(1, 1, null, now: Pools.Start)));
    }

    [Theory]
    [InlineData(0, 5)] // What the pool is told late does not turn it back: it has decided on the fifth day.
    [InlineData(8, 8)]
    public void Units_added_to_moments_win_between_then_and_the_end(int addedDay, int fromDay)
    {
        var pool = Pools.Open(Pools.Moments(7, Pools.Tier("Gold", 40)));
        List<long> moments = [];
        WinAll(Pools.Start.AddDays(5));
        var before = moments.Count;

        var added = Assert.IsType<StockDecision.Done>(pool.Restock(0, 50, 0, Pools.Start.AddDays(addedDay), 1, 2));
        WinAll(Pools.End);

        Assert.Equal(Pools.Start.AddDays(fromDay), Assert.IsType<TierRestocked>(Assert.Single(added.Entries)).At);
        Assert.InRange(before, 10, 30);
        Assert.Equal(90, moments.Count);
        Assert.Equal(moments.Order(), moments);
        Assert.True(moments.Count(moment => moment >= Pools.Start.AddDays(fromDay).ToUnixTimeMilliseconds()) >= 50);

        void WinAll(DateTimeOffset now)
        {
            while (pool.Decide(Pools.Claim(1, 1 + pool.LastAward, null, now: now)) is ClaimDecision.Awarded awarded)
                moments.Add(((PrizeAwarded)awarded.Entries[0]).Moment);
        }
    }

    [Fact]
    public void A_million_units_are_loaded_quickly()
    {
        var state = Pools.Open(Pools.Odds(Pools.Tier("Gold", 1_000_000))).ToState();
        var draw = Pools.Draw(8);
        TimeSpan best = TimeSpan.MaxValue, yardstick = TimeSpan.MaxValue;
        for (var round = 1; round <= 3; round++)
        {
            // What the draws alone take: the best of interleaved rounds, so that a busy machine makes no difference.
            var clock = Stopwatch.StartNew();
            for (var unit = 1; unit <= 1_000_000; unit++)
                draw.Moment(0, unit);
            yardstick = Min(yardstick, clock.Elapsed);

            // Rules keep the moments that they drew once.
            var rules = Pools.Moments(7, Pools.Tier("Gold", 1_000_000));
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            clock.Restart();
            var pool = PrizePool.FromState(state, rules);
            best = Min(best, clock.Elapsed);

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 8_000_000, 9_000_000);
            Assert.Equal(1_000_000, pool.Tiers[0].Remaining);
        }

        Assert.True(best < 5 * yardstick, $"{best} for what takes {yardstick} to draw.");

        static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
    }

    private static void Play(string what, PrizePool pool, string[] plays)
    {
        foreach (var play in plays)
        {
            var words = play.Split(':')[0].Split(' ');
            var decision = pool.Decide(Pools.Claim(int.Parse(words[0]), 1, null, day: int.Parse(words[1]), eligible: words.Length < 3));
            var answer = decision is ClaimDecision.Awarded awarded ? Describe(pool, awarded.Entries[0]) : "nothing";
            Assert.Equal($"{what}: {play}", $"{what}: {play.Split(':')[0]}: {answer} {pool.Tiers[0].Waiting} {pool.Tiers[1].Waiting}");
        }
    }

    private static string Describe(PrizePool pool, PoolEntry entry) => entry switch
    {
        PrizeAwarded awarded => $"{pool.Tiers[awarded.Tier].Name[..1]}{(awarded.FromWaiting ? "<" : "")}{Withheld(pool, awarded.Withheld)}",
        CardLost lost => $"-{Withheld(pool, lost.Withheld)}",
        _ => throw new ArgumentException(entry.ToString()),
    };

    private static string Withheld(PrizePool pool, int? tier) => tier is { } index ? $"({pool.Tiers[index].Name[..1]})" : "";

    private static int? Tier(ClaimDecision decision) => Assert.IsType<ClaimDecision.Awarded>(decision).Claim.Tier;

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
