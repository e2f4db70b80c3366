using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;
using CampaignEngine.Domain.Referrals;
using CampaignEngine.Grains.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Grains.Tests.Storage;

/// <summary>What the domain decided is what it gets back, through the bytes that are kept.</summary>
public class RoundTripTests
{
    private static readonly Win Win = new(7, 1, "Silver", "SUMM-AX7K9M2P", 50, Given.Noon);

    private static readonly EventRecorded Event = new(
        "purchase", 3, 150, 50, [new ReachedMilestone("bronze", "Bronze", 50), new("silver", "Silver", 0)], new Play(4, Win), new LocalPeriods(1, 2, 3));

    public static TheoryData<string, ParticipantEntry> ParticipantEntries => new()
    {
        { "won", Event },
        { "lost", Event with { PrizePoints = 0, Play = new Play(4, Win: null) } },
        { "no play, no milestones", Event with { PrizePoints = 0, Play = null, MilestonesReached = [] } },
        {
            "everything a definition can do",
            Event with
            {
                MilestonesReached = [new ReachedMilestone("each", "Each", 60) { Times = 3 }],
                Play = new Play(4, Win: null) { LosingAward = 8 },
                Rules = [new AppliedRule("purchase", 100), new AppliedRule("first", 5)],
                LimitedPoints = 95, StreakDays = 7, IsCounted = true,
            }
        },
        { "released", new ClaimReleased(9) },
        { "adjusted", new PointsAdjusted(-40, 3, []) },
        { "adjusted up to a milestone", new PointsAdjusted(40, 3, [new ReachedMilestone("bronze", "Bronze", 50)]) },
        { "excluded", new ExclusionChanged(true) },
        { "included", new ExclusionChanged(false) },
        { "win voided", new WinVoided(7, 50) },
        { "named", new ParticipantNamed() },
        { "referral begun", new ReferralBegun(Given.Somebody, 5, 6) },
        { "referral credited", new ReferralCredited(Given.Somebody, 200, 3, [new ReachedMilestone("bronze", "Bronze", 50)]) },
        { "referral completed", new ReferralCompleted(Given.Somebody, 100, 200, 3, [], IsHeard: true) },
        { "referral completed unheard", new ReferralCompleted(Given.Somebody, 100, 0, 3, [new ReachedMilestone("bronze", "Bronze", 50)], IsHeard: false) },
    };

    [Theory]
    [MemberData(nameof(ParticipantEntries))]
    public void A_participants_entry_comes_back(string what, ParticipantEntry entry)
    {
        StoredParticipantEntry stored = entry switch
        {
            EventRecorded recorded => ParticipantStorage.ToStored(recorded, 1, 2, Given.Noon, [3]),
            PointsAdjusted adjusted => ParticipantStorage.ToStored(adjusted, 1, 2, [3]),
            ClaimReleased released => new StoredClaimReleased(released.Award),
            ExclusionChanged changed => new StoredExclusionChanged(changed.IsExcluded),
            ParticipantNamed => new StoredNamed(),
            WinVoided voided => new StoredWinVoided(voided.Award, voided.Points),
            ReferralBegun begun => ParticipantStorage.ToStored(begun),
            ReferralCredited credited => ParticipantStorage.ToStored(credited, 1),
            ReferralCompleted completed => ParticipantStorage.ToStored(completed, new Referral(completed.Referrer, 5, 6, ReferralStage.Begun), [3]),
            _ => throw new InvalidOperationException(entry.GetType().Name),
        };

        var back = ParticipantStorage.FromStored(Given.Codec.Decode<StoredParticipantEntry>(Given.Codec.Encode(stored)));

        Assert.Equal($"{what}: {Given.Text(entry)}", $"{what}: {Given.Text(back)}");
    }

    [Fact]
    public void An_event_keeps_what_finds_and_replays_it()
    {
        var stored = ParticipantStorage.ToStored(Event, 1, 2, Given.Noon, [3, 4]);

        Assert.Equal(((UInt128)1, (UInt128)2, Given.Noon), (stored.EventIdHash, stored.Fingerprint, stored.OccurredAt));
        Assert.Equal([3, 4], stored.Answer);
    }

    public static TheoryData<string, Participant> Participants => new()
    {
        { "new", Participant.New },
        { "released", Participant.New.Apply(new ClaimReleased(9), Given.Noon) },
        { "adjusted", Participant.New.Apply(Event, Given.Noon).Apply(new PointsAdjusted(-40, 1, []), Given.Noon) },
        { "played", Participant.New.Apply(Event, Given.Noon).Apply(Event with { Play = null }, Given.Noon.AddHours(1)) },
        {
            "every member another value",
            new Participant
            {
                TotalPoints = 1, EventsCount = 2, Plays = new Tally(3, new LocalPeriods(4, 5, 6), 7, 8, 9), Wins = 10, LastAward = 11,
                LastReleased = 12, Milestones = [new("a", 1), new("b", 21)], RecentWins = [Win, Win with { Award = 13, VoidedPoints = 14 }],
                EventCounts = [new("purchase", 15)], RuleUses = [new("r", new Tally(16, new LocalPeriods(17, 18, 19), 20, 21, 22), Given.Noon)],
                LimitedPoints = new Tally(23, new LocalPeriods(24, 25, 26), 27, 28, 29), Streak = new Streak(30, 31, 32),
                IsExcluded = true, LastPeriods = new LocalPeriods(33, 34, 35),
                Referral = new Referral(new ParticipantRef(36), 37, 38, ReferralStage.CompletedUnheard), ReferralCount = 39, ReferralPoints = 40,
                JoinedAt = Given.Noon, ReachedAt = Given.Noon.AddHours(1), LastEntryAt = Given.Noon.AddHours(2),
            }
        },
    };

    [Theory]
    [MemberData(nameof(Participants))]
    public void A_participants_snapshot_comes_back(string what, Participant state)
    {
        var ids = new RecentEventIds();
        ids.Add(5, 6);

        var stored = Given.Codec.Decode<StoredParticipant>(Given.Codec.Encode(ParticipantStorage.ToStored(state, ids, referralBegunAt: 0)));

        Assert.Equal($"{what}: {Given.Text(state)}", $"{what}: {Given.Text(ParticipantStorage.FromStored(stored))}");
        Assert.Equal(ids.Pack(), stored.EventIds);
        Assert.False(stored.HasOlderEventIds);
    }

    public static TheoryData<PoolEntry> PoolEntries =>
    [
        new PoolOpened(3, [new StockedTier("Gold", 10), new StockedTier("Silver", 500)]),
        new CodesLeased(1_000, 562),
        new PrizeAwarded(7, Given.Somebody, 4, 1, 1_006, 3),
        new ClaimsClosed([1, 2, 3]),
        new ClaimVoided(7),
        new PrizeAwarded(7, Given.Somebody, 4, 1, 1_006, 3)
        {
            Day = 739_781, Card = 12, FromWaiting = true, Withheld = 0, Moment = 5, At = 6, OwnCode = 3, OwnCodeReturns = 1,
        },
        new PrizeAwarded(7, Given.Somebody, 4, 1, 1_006, 3) { Day = 739_781 },
        new PrizeAwarded(7, Given.Somebody, 4, 1, 1_006, 3) { FromWaiting = true },
        new CardLost(7, Given.Somebody, 4, 12, 1_007, Withheld: 1, 3),
        new CardLost(7, Given.Somebody, 4, 12, 1_007, Withheld: null, 3),
        new TierRanLow(1, 500, 49),
        new TierRestocked(1, 100, Given.Noon, 600, 149, 5, 6),
        new OwnCodesKnown(1, 600),
        new WinTakenBack(7, Given.Somebody, 4, 1, Restocked: true),
        new WinVoidRecorded(7),
        new WinRedeemed(7, 0, Winner: null),
        new WinRedeemed(7, 5, new WinnersRedemption(600)),
    ];

    [Theory]
    [MemberData(nameof(PoolEntries))]
    public void A_pools_entry_comes_back(PoolEntry entry) => Assert.Equal(
        Given.Text(entry),
        Given.Text(PoolStorage.FromStored(Given.Codec.Decode<StoredPoolEntry>(Given.Codec.Encode(PoolStorage.ToStored(entry))))));

    [Fact]
    public void A_pools_snapshot_comes_back()
    {
        var state = new PrizePoolState(
            [
                new TierStock("Gold", 10, 7, 1, 2),
                new TierStock("Silver", 501, 498, 1, 0)
                {
                    Voided = 2, Waiting = 3, Day = 4, InDay = 5, IsLow = true, Drawn = 6, OwnCodes = 7, OwnCodesUsed = 8,
                    ReturnedCodes = [new ReturnedCode(1, 2)],
                },
            ],
            [
                new OpenClaim(new ClaimId(Given.Somebody, 4), 7, 0, 1_006) { Day = 4, OwnCode = 5, OwnCodeReturns = 6 },
                new OpenClaim(new ClaimId(Given.Somebody, 5), 8, Tier: null, 0),
            ],
            8, new CodeLease(1_008, 554))
        {
            Cards = 9,
            LostCards = 10,
            Now = 11,
            Added = [new AddedUnits(1, 501, 1, Given.Noon)],
            TakenBack = [new WinTakenBack(3, Given.Somebody, 2, 1, Restocked: true)],
        };

        var stored = Given.Codec.Decode<StoredPool>(Given.Codec.Encode(PoolSnapshots.ToStored(state, Given.Noon)));

        Assert.Equal(Given.Text(state), Given.Text(PoolSnapshots.FromStored(stored)));
        Assert.Equal(Given.Noon, stored.LastEntryAt);
    }

    [Fact]
    public void Every_entry_of_the_domain_has_a_stored_form()
    {
        var tried = PoolEntries.Concat(ParticipantEntries).Select(row => row[^1].GetType());
        var entries = typeof(PoolEntry).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && (type.IsSubclassOf(typeof(PoolEntry)) || type.IsSubclassOf(typeof(ParticipantEntry))));

        Assert.Empty(entries.Except(tried));
    }

    [Fact]
    public void An_unknown_entry_has_no_stored_form()
    {
        Assert.Throws<InvalidOperationException>(() => PoolStorage.ToStored(new UnknownPoolEntry()));
        Assert.Throws<InvalidOperationException>(() => PoolStorage.FromStored(new UnknownStoredPoolEntry()));
        Assert.Throws<InvalidOperationException>(() => ParticipantStorage.FromStored(new UnknownStoredEntry()));
    }

    private sealed record UnknownPoolEntry : PoolEntry;

    private sealed record UnknownStoredPoolEntry : StoredPoolEntry;

    private sealed record UnknownStoredEntry : StoredParticipantEntry;
}
