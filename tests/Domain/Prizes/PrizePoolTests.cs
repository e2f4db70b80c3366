using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Domain.Tests.Prizes;

public class PrizePoolTests
{
    // A claim is "participant play tier last-award last-released"; what follows is the answer and, for each of the two
    // tiers, remaining/open/awarded. Gold has 2 units, Silver 1; the codes are numbered from 100.
    public static TheoryData<string, string[]> Histories => new()
    {
        {
            "a repeat of an open claim gets the same award",
            [
                "claim 1 1 0 0 0", "award 1 code 100", "1/1/0 1/0/0",
                "claim 1 1 0 0 0", "award 1 code 100, again", "1/1/0 1/0/0",
                "claim 1 1 0 0 9", "award 1 code 100, again", "1/1/0 1/0/0",
            ]
        },
        {
            "another play and another participant get other awards",
            [
                "claim 1 1 0 0 0", "award 1 code 100", "1/1/0 1/0/0",
                "claim 1 2 1 0 0", "award 2 code 101", "1/1/0 0/1/0",
                "claim 2 1 0 0 0", "award 3 code 102", "0/2/0 0/1/0",
            ]
        },
        {
            "a tier is sold out when its last unit is taken, and an open claim of it still gets its award",
            [
                "claim 1 1 1 0 0", "award 1 code 100", "2/0/0 0/1/0",
                "claim 2 1 1 0 0", "lost", "2/0/0 0/1/0",
                "claim 1 1 1 0 0", "award 1 code 100, again", "2/0/0 0/1/0",
                "close 1", "closed", "2/0/0 0/0/1",
                "claim 2 1 1 0 0", "lost", "2/0/0 0/0/1",
                "claim 2 1 0 0 0", "award 2 code 101", "1/1/0 0/0/1",
            ]
        },
        {
            "a claim closes its participant's last award",
            [
                "claim 1 1 0 0 0", "award 1 code 100", "1/1/0 1/0/0",
                "claim 1 2 0 1 0", "award 2 code 101 closes 1", "0/1/1 1/0/0",
                "claim 1 3 1 1 0", "award 3 code 102", "0/1/1 0/1/0", // Closed before: nothing to close.
            ]
        },
        {
            "a play's number alone closes nothing",
            [
                "claim 1 1 0 0 0", "award 1 code 100", "1/1/0 1/0/0",
                "claim 1 2 0 0 0", "award 2 code 101", "0/2/0 1/0/0",
                "claim 1 3 1 0 0", "award 3 code 102", "0/2/0 0/1/0",
            ]
        },
        {
            "a claim closes nobody else's award",
            [
                "claim 1 1 0 0 0", "award 1 code 100", "1/1/0 1/0/0",
                "claim 2 2 0 1 0", "award 2 code 101", "0/2/0 1/0/0",
            ]
        },
        {
            "an award that the participant gave back is void, and the play gets another",
            [
                "claim 1 1 1 0 0", "award 1 code 100", "2/0/0 0/1/0",
                "claim 1 1 1 0 1", "award 2 code 101 voids 1", "2/0/0 0/1/0", // Even the last unit.
                "claim 1 1 1 0 1", "award 2 code 101, again", "2/0/0 0/1/0",
                "close 2", "closed", "2/0/0 0/0/1",
            ]
        },
        {
            "giving back an award of another play voids nothing",
            [
                "claim 1 1 0 0 0", "award 1 code 100", "1/1/0 1/0/0",
                "claim 1 2 0 0 1", "award 2 code 101", "0/2/0 1/0/0",
            ]
        },
        {
            "a voided unit goes back to stock and its code is not used again",
            [
                "claim 1 1 1 0 0", "award 1 code 100", "2/0/0 0/1/0",
                "void 1", "voided", "2/0/0 1/0/0",
                "claim 2 1 1 0 0", "award 2 code 101", "2/0/0 0/1/0",
                "claim 1 1 1 0 1", "lost", "2/0/0 0/1/0",
            ]
        },
        {
            "a pool without codes asks for some, but not for what it can answer without",
            [
                "lease 200 1", "leased", "2/0/0 1/0/0",
                "claim 1 1 1 0 0", "award 1 code 200", "2/0/0 0/1/0",
                "claim 2 1 0 0 0", "needs codes", "2/0/0 0/1/0",
                "claim 2 1 1 0 0", "lost", "2/0/0 0/1/0",
                "claim 1 1 1 0 0", "award 1 code 200, again", "2/0/0 0/1/0",
                "claim 1 1 1 0 1", "needs codes", "2/0/0 0/1/0", // And voids nothing yet.
                "lease 300 5", "leased", "2/0/0 0/1/0",
                "claim 1 1 1 0 1", "award 2 code 300 voids 1", "2/0/0 0/1/0",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void A_pool_answers(string what, string[] history)
    {
        var pool = Open();
        for (var i = 0; i < history.Length; i += 3)
        {
            Assert.Equal($"{what}: {history[i]}: {history[i + 1]}", $"{what}: {history[i]}: {Do(pool, history[i])}");
            Assert.Equal($"{what}: {history[i + 2]}", $"{what}: {string.Join(' ', pool.Tiers.Select(tier => $"{tier.Remaining}/{tier.Open}/{tier.Awarded}"))}");
        }
    }

    [Fact]
    public void A_pool_leases_a_code_for_every_unit_left_and_a_tenth_of_the_stock()
    {
        var pool = Pools.Open(Pools.Odds(Pools.Tier("Gold", 10), Pools.Tier("Silver", 500)), codes: 0);

        Assert.Equal(510 + 51 + 1, pool.CodesToLease);
        pool.Apply(new CodesLeased(0, 1));
        pool.Decide(Claim(1, 1, 0));
        Assert.Equal(509 + 51 + 1, pool.CodesToLease);
    }

    [Fact]
    public void An_open_claim_is_found_by_its_award_until_it_is_settled()
    {
        var pool = Open();
        pool.Decide(Claim(1, 1, 0));
        pool.Decide(Claim(2, 1, 0));

        Assert.Equal(new OpenClaim(new ClaimId(new ParticipantRef(2), 1), 2, 0, 101), pool.FindOpen(2));
        pool.Apply(new ClaimsClosed([2]));
        pool.Apply(new ClaimVoided(1));
        Assert.Null(pool.FindOpen(1));
        Assert.Null(pool.FindOpen(2));
        Assert.Empty(pool.OpenClaims);
        Assert.Equal((2L, new CodeLease(102, 8)), (pool.LastAward, pool.Codes));
    }

    public static TheoryData<string, PoolEntry> Impossible => new()
    {
        { "opened twice", new PoolOpened(2, [new StockedTier("Gold", 1)]) },
        { "an award left out", new PrizeAwarded(3, new ParticipantRef(2), 1, 0, 101, 0) },
        { "an award twice", new PrizeAwarded(1, new ParticipantRef(2), 1, 0, 101, 0) },
        { "a code left out", new PrizeAwarded(2, new ParticipantRef(2), 1, 0, 102, 0) },
        { "a code twice", new PrizeAwarded(2, new ParticipantRef(2), 1, 0, 100, 0) },
        { "a claim that is open", new PrizeAwarded(2, new ParticipantRef(1), 1, 1, 101, 0) },
        { "closes what is not open", new PrizeAwarded(2, new ParticipantRef(1), 2, 1, 101, 7) },
        { "a tier that there is not", new PrizeAwarded(2, new ParticipantRef(2), 1, 2, 101, 0) },
        { "a unit that there is not", new PrizeAwarded(2, new ParticipantRef(2), 1, 0, 101, 0) },
        { "closes an award that is not open", new ClaimsClosed([2]) },
        { "closes an award twice", new ClaimsClosed([1, 1]) },
        { "voids an award that is not open", new ClaimVoided(2) },
        { "a card out of turn", new CardLost(2, new ParticipantRef(2), 1, 2, 101, null, 0) },
        { "a loss that took no card", new CardLost(2, new ParticipantRef(2), 1, 0, 101, null, 0) },
        { "a unit that did not wait", new PrizeAwarded(2, new ParticipantRef(2), 1, 1, 101, 0) { FromWaiting = true } },
        { "withholds a unit that there is not", new CardLost(2, new ParticipantRef(2), 1, 1, 101, Withheld: 0, 0) },
        { "an uploaded code that there is not", new PrizeAwarded(2, new ParticipantRef(2), 1, 1, 101, 0) { OwnCode = 1 } },
        { "fewer uploaded codes", new OwnCodesKnown(0, -1) },
        { "units that do not add up", new TierRestocked(0, 1, Pools.Start, 3, 1, 1, 2) },
        { "takes back what is not won", new WinTakenBack(1, new ParticipantRef(1), 1, 0, true) },
        { "records a void that there was not", new WinVoidRecorded(1) },
        { "unknown", new Unknown() },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_have_happened_throws(string what, PoolEntry entry)
    {
        var pool = Pools.Open(Pools.Odds(Pools.Tier("Gold", 1), Pools.Tier("Silver", 1)), codes: 10);
        pool.Decide(Claim(1, 1, 0));

        Assert.True(Record.Exception(() => pool.Apply(entry)) is not null, what);
    }

    [Fact]
    public void An_award_beyond_the_leased_codes_throws()
    {
        var pool = Open();
        pool.Apply(new CodesLeased(200, 1));
        pool.Decide(Claim(1, 1, 0));

        Assert.Throws<InvalidOperationException>(() => pool.Apply(new PrizeAwarded(2, new ParticipantRef(2), 1, 0, 201, 0)));
    }

    private static PrizePool Open() => Pools.Open(Pools.Odds(Pools.Tier("Gold", 2), Pools.Tier("Silver", 1)), codes: 10);

    private static Claim Claim(int participant, long play, int tier, long lastAward = 0, long lastReleased = 0) =>
        Pools.Claim(participant, play, tier, lastAward, lastReleased);

    private static string Do(PrizePool pool, string command)
    {
        var word = command.Split(' ')[0];
        var numbers = command.Split(' ').Skip(1).Select(int.Parse).ToArray();
        switch (word)
        {
            case "claim":
                return Answer(pool.Decide(Claim(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])));
            case "close":
                pool.Apply(new ClaimsClosed([numbers[0]]));
                return "closed";
            case "void":
                pool.Apply(new ClaimVoided(numbers[0]));
                return "voided";
            case "lease":
                pool.Apply(new CodesLeased(numbers[0], numbers[1]));
                return "leased";
            default:
                throw new ArgumentException(command, nameof(command));
        }
    }

    private static string Answer(ClaimDecision decision)
    {
        if (decision is not ClaimDecision.Awarded awarded)
            return decision is ClaimDecision.Lost ? "lost" : "needs codes";
        var text = $"award {awarded.Claim.Award} code {awarded.Claim.CodeNumber}";
        if (awarded.Entries.Count == 0)
            return $"{text}, again";
        if (awarded.Entries is [ClaimVoided voided, ..])
            text += $" voids {voided.Award}";
        return awarded.Entries.OfType<PrizeAwarded>().Single() is { Closes: > 0 } closing ? $"{text} closes {closing.Closes}" : text;
    }

    private sealed record Unknown : PoolEntry;
}
