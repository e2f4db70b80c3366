using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Referrals;
using CampaignEngine.Grains.Audits.Stored;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Keys.Stored;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Registry.Stored;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Grains.Tests.Storage;

/// <summary>One value of everything that is kept, encoded as the type that its grain encodes it as.</summary>
internal abstract record Sample(string Name, object Value)
{
    private static readonly UInt128 Big = new(0x0011223344556677, 0x8899aabbccddeeff);
    private static readonly Guid Id = Guid.Parse("0198a000-0000-7000-8000-00000000000a");
    private static readonly StoredPeriods Periods = new(739_781, 105_683, 24_305);
    private static readonly StoredWin Win = new(7, 1, "Silber ✨", "SUMM-AX7K9M2P", 50, Given.Noon.AddTicks(1));

    private static readonly StoredEvent Event = new(
        Big, Big + 1, "purchase", 3, 100, 50, [new StoredMilestone("bronze", "Bronze", 50)], new StoredPlay(4, Win), Periods,
        Given.Noon.ToOffset(TimeSpan.FromHours(2)), "{\"pointsEarned\":100}"u8.ToArray());

    public static readonly IReadOnlyList<Sample> All =
    [
        Of<StoredParticipantEntry>("p.event won", Event),
        Of<StoredParticipantEntry>("p.event lost", Event with { PrizePoints = 0, MilestonesReached = null, Play = new StoredPlay(1, null), OccurredAt = null }),
        Of<StoredParticipantEntry>("p.event without play", Event with { PrizePoints = 0, Play = null }),
        Of<StoredParticipantEntry>("p.event at its largest", Event with
        {
            EventIdHash = UInt128.MaxValue, Fingerprint = 0, DefinitionVersion = int.MaxValue, PointsEarned = (1L << 53) - 1,
        }),
        Of<StoredParticipantEntry>("p.event by everything", Event with
        {
            MilestonesReached = [new StoredMilestone("each", "Each", 60) { Times = 3 }],
            Play = new StoredPlay(4, null) { LosingAward = 8 },
            Rules = [new("purchase", 100), new("first", 5)], LimitedPoints = 95, StreakDays = 7, IsCounted = true,
        }),
        Of<StoredParticipantEntry>("p.adjusted", new StoredPointsAdjusted(
            Big, Big + 1, -40, 3, [new StoredMilestone("bronze", "Bronze", 50)], "{\"pointsAdjusted\":-40}"u8.ToArray())),
        Of<StoredParticipantEntry>("p.redeemed", new StoredCodeRedeemed(
            Big, Big + 1, Big + 2, Id, 9_999, 1_000_000, 3, [new StoredMilestone("bronze", "Bronze", 50)], "{\"pointsEarned\":1000050}"u8.ToArray())),
        Of<StoredParticipantEntry>("p.exclusion", new StoredExclusionChanged(true)),
        Of<StoredParticipantEntry>("p.win-voided", new StoredWinVoided(7, 50)),
        Of<StoredParticipantEntry>("p.named", new StoredNamed()),
        Of<StoredParticipantEntry>("p.released", new StoredClaimReleased(9)),
        Of<StoredParticipantEntry>("p.event without its id", Event with { EventIdAt = 9 }),
        Of<StoredParticipantEntry>("p.erased", new StoredErased()),
        Of<StoredParticipantEntry>("p.erasure-finished", new StoredErasureFinished()),
        Of("p.state of who was erased", new StoredParticipant(
            0, 0, new StoredTally(4, Periods, 1, 2, 3), 1, 7, 9, [], [], null, Given.Noon, Given.Noon, [], HasOlderEventIds: false)
        {
            ErasedAt = 12, IsBeingErased = true,
        }),
        Of<StoredParticipantEntry>("p.referral-begun", new StoredReferralBegun(Big, Big + 1, Big + 2)),
        Of<StoredParticipantEntry>("p.referral-credited", new StoredReferralCredited(Big, Big + 1, 200, 3, [new StoredMilestone("bronze", "Bronze", 50)])),
        Of<StoredParticipantEntry>("p.referral-completed", new StoredReferralCompleted(
            Big, Big + 1, Big + 2, 100, 200, 3, [new StoredMilestone("bronze", "Bronze", 50)], true, "{\"referrerReward\":200}"u8.ToArray())),
        Of("p.personal of a referral", new StoredPersonal("user_12345", "", null, null) { ReferrerId = "user_67890" }),
        Of("p.personal", new StoredPersonal("user_12345", "Änn 😀", "evt_1", "{\"amount\":42.50}"u8.ToArray())),
        Of("p.personal of a release", new StoredPersonal("user_12345", "", null, null)),
        Of("p.state", new StoredParticipant(
            750, 12, new StoredTally(4, Periods, 1, 2, 3), 1, 7, 9, ["bronze", "silver"], [Win], Given.Noon,
            Given.Noon.AddHours(1), Given.Noon.AddHours(2), [1, 2, 3], HasOlderEventIds: true)),
        Of("p.state with everything", new StoredParticipant(
            750, 12, new StoredTally(4, Periods, 1, 2, 3), 1, 7, 9, ["bronze", "each"], [Win with { VoidedPoints = 40 }], Given.Noon,
            Given.Noon.AddHours(1), Given.Noon.AddHours(2), [1, 2, 3], HasOlderEventIds: true)
        {
            MilestoneTimes = [1, 3], EventCounts = [new("purchase", 12)],
            RuleUses = [new("purchase", new StoredTally(5, Periods, 1, 2, 3), Given.Noon)],
            LimitedPoints = new StoredTally(700, Periods, 100, 200, 300), Streak = new StoredStreak(7, 739_781, 9),
            IsExcluded = true, LastPeriods = Periods,
        }),
        Of("p.state of a release", new StoredParticipant(
            0, 0, default, 0, 0, 9, [], [], null, default, Given.Noon, [], HasOlderEventIds: false)),

        Of("p.state of who referred and was referred", new StoredParticipant(
            750, 12, new StoredTally(4, Periods, 1, 2, 3), 1, 7, 9, [], [], Given.Noon, Given.Noon, Given.Noon, [], HasOlderEventIds: false)
        {
            Referral = new StoredReferral(Big, Big + 1, Big + 2, ReferralStage.Begun, 12), ReferralCount = 3, ReferralPoints = 400,
        }),
        Of<StoredPoolEntry>("pool.opened", new StoredPoolOpened(1, [new("Gold", 10, 10, 0, 0), new("Silver", 500, 500, 0, 0)])),
        Of<StoredPoolEntry>("pool.codes", new StoredCodesLeased(1_000, 562)),
        Of<StoredPoolEntry>("pool.awarded", new StoredPrizeAwarded(7, Big, 4, 1, 1_006, 3)),
        Of<StoredPoolEntry>("pool.closed", new StoredClaimsClosed([1, 2, long.MaxValue])),
        Of<StoredPoolEntry>("pool.voided", new StoredClaimVoided(7)),
        Of("pool.state", new StoredPool(
            [new("Gold", 10, 8, 1, 1), new("Silver", 500, 500, 0, 0)], [new(Big, 4, 7, 0, 1_006)], 7, 1_007, 555, Given.Noon)),
        Of<StoredPoolEntry>("pool.taken", new StoredPrizeTaken(7, Big, 4, 1, 1_006, 3)
        {
            Day = 739_781, Card = 12, FromWaiting = true, Withheld = 0, Moment = 1_781_517_600_000, At = 1_781_517_601_000,
            OwnCode = 3, OwnCodeReturns = 1,
        }),
        Of<StoredPoolEntry>("pool.card-lost", new StoredCardLost(7, Big, 4, 12, 1_007, 1, 3)),
        Of<StoredPoolEntry>("pool.card-lost by an ordinary play", new StoredCardLost(7, Big, 4, 12, 1_007, null, 0)),
        Of<StoredPoolEntry>("pool.ran-low", new StoredTierRanLow(1, 500, 49)),
        Of<StoredPoolEntry>("pool.restocked", new StoredTierRestocked(1, 100, Given.Noon, 600, 149, Big, Big + 1)),
        Of<StoredPoolEntry>("pool.own-codes", new StoredOwnCodesKnown(1, 600)),
        Of<StoredPoolEntry>("pool.taken-back", new StoredWinTakenBack(7, Big, 4, 1, true)),
        Of<StoredPoolEntry>("pool.void-recorded", new StoredWinVoidRecorded(7)),
        Of<StoredPoolEntry>("pool.redeemed", new StoredWinRedeemed(7, Big, 600)),
        Of("pool.state with everything", new StoredPool(
            [new("Gold", 12, 8, 1, 1)], [new(Big, 4, 7, 0, 1_006, 739_781, 3, 1), new(Big, 5, 8, -1, 0)], 8, 1_007, 555, Given.Noon,
            [new(2, 1, 739_781, 1, true, 3, 12, 3, [new StoredReturnedCode(2, 1)])], 12, 1_781_517_601_000, 1,
            [new StoredAddedUnits(0, 11, 2, Given.Noon)], [new StoredWinTakenBack(5, Big, 3, 0, false)])),

        Of<StoredCodesEntry>("prize-codes.chunk", new StoredCodesChunk(Big, 0, [1, 2, 3])),
        Of<StoredCodesEntry>("prize-codes.uploaded", new StoredCodesUploaded(Big, Big + 1, "Gold", 2, 1)),
        Of<StoredCodesEntry>("prize-codes.answered", new StoredUploadAnswered(Big, 1, 11, 9, 12)),
        Of<StoredCodesEntry>("prize-codes.answered of a draft", new StoredUploadAnswered(Big, 0, null, null, 10)),

        Of<StoredCampaignEntry>("campaign.defined", new CampaignDefined(2, "summer-promo", "{}"u8.ToArray())),
        Of<StoredCampaignEntry>("campaign.defined by somebody", new CampaignDefined(2, "summer-promo", "{}"u8.ToArray(), "0198a0000000700080000000000000aa")),
        Of<StoredCampaignEntry>("campaign.activated", new CampaignActivated([1], [2, 2], [3], [4], [5])),
        Of<StoredCampaignEntry>("campaign.activated with frozen members", new CampaignActivated([1], [2, 2], [3], [4], [5], "{}"u8.ToArray())),
        Of<StoredCampaignEntry>("campaign.deleted", new CampaignDeleted([new KeptRestock("Gold", 5, Given.Noon)])),
        Of<StoredCampaignEntry>("campaign.data-removed", new CampaignDataRemoved()),
        Of<StoredCampaignEntry>("campaign.seed-published", new CampaignSeedPublished()),
        Of<StoredCampaignEntry>("campaign.status", new CampaignStatusChanged(CampaignStatus.Paused)),
        Of<StoredCampaignEntry>("campaign.announced", new CampaignChangeAnnounced(2, CampaignStatus.Ended)),

        Of<StoredRegistryEntry>("registry.app-created", new AppCreated(Given.App, "Demo")),
        Of<StoredRegistryEntry>("registry.app-created on request", new AppCreated(Given.App, "Demo") { Request = Big }),
        Of<StoredRegistryEntry>("registry.app-activity", new AppActivityChanged(Given.App, false)),
        Of<StoredRegistryEntry>("registry.key-added", new KeyAdded(
            Id, Given.App, CampaignEnvironment.Live, [1, 2, 3], KeyScopes.Events | KeyScopes.Manage)),
        Of<StoredRegistryEntry>("registry.key-added on request", new KeyAdded(
            Id, Given.App, CampaignEnvironment.Test, [1, 2, 3], KeyScopes.Events) { Label = "till", CreatedBy = "admin", Request = Big }),
        Of<StoredRegistryEntry>("registry.key-revoked", new KeyRevoked(Id)),
        Of<StoredRegistryEntry>("registry.slug-reserved", new SlugReserved(
            Given.App, CampaignEnvironment.Test, Given.Campaign.Value, "summer-promo")),
        Of<StoredRegistryEntry>("registry.campaign-announced", new CampaignAnnounced(
            Given.App, CampaignEnvironment.Test, Given.Campaign.Value, 2, CampaignStatus.Active)),
        Of<StoredRegistryEntry>("registry.campaign-announced with its end", new CampaignAnnounced(
            Given.App, CampaignEnvironment.Test, Given.Campaign.Value, 2, CampaignStatus.Active, Given.Noon)),
        Of<StoredRegistryEntry>("registry.campaign-announced that frees its slug", new CampaignAnnounced(
            Given.App, CampaignEnvironment.Test, Given.Campaign.Value, 2, CampaignStatus.Deleted, Given.Noon, FreesSlug: true)),

        Of("audit", new StoredAuditEntry("0198a0000000700080000000000000aa", "campaign_paused", "{\"version\":2}"u8.ToArray())),

        Of("key-uses", new StoredKeyUses([new(Id, Given.Noon), new(Given.App, Given.Noon.AddTicks(1))])),

        Of("code-batches.generated", new StoredBatchGenerated(Id, 10_000, 50, "Flyers ✨", Given.Noon.AddDays(30), Given.Noon, 1_000, Big, Big + 1)),
        Of("code-batches.generated without more", new StoredBatchGenerated(Id, 1, 50, null, null, Given.Noon, 0, 0, Big)),
        Of<StoredCodeBatchEntry>("code-batch.claimed", new StoredCodeClaimed(9_999, Big, Big + 1, Given.Noon) { ErasedAt = 9 }),
        Of("code-batch.claimant", new StoredClaimant("user_12345")),
        Of<StoredCodeBatchEntry>("code-batch.completed", new StoredCodesCompleted([0, 9_999])),
        Of<StoredCodeBatchEntry>("code-batch.code-revoked", new StoredCodeRevoked(7)),
        Of<StoredCodeBatchEntry>("code-batch.revoked", new StoredBatchRevoked()),
        Of("code-batch.state", new StoredCodeBatch([1, 2], [4, 8], true, [new(3, Big, Big + 1, Given.Noon, 5) { ErasedAt = 9 }], Given.Noon.AddHours(1))),

        Of("codes.leased", new CodesLeasedOut(Id, Given.Campaign.Value, CodeUse.Win, 1_000, 562) { Restores = 2 }),
    ];

    public abstract byte[] Encode(EntryCodec codec);

    public abstract object Decode(EntryCodec codec, byte[] bytes);

    private static OfType<T> Of<T>(string name, T value) where T : notnull => new(name, value);

    private sealed record OfType<T>(string Name, T Kept) : Sample(Name, Kept) where T : notnull
    {
        public override byte[] Encode(EntryCodec codec) => codec.Encode(Kept).ToArray();

        public override object Decode(EntryCodec codec, byte[] bytes) => codec.Decode<T>(bytes);
    }
}
