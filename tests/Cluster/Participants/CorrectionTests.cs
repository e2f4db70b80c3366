using System.Text;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Participants;

public sealed class CorrectionTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    private const string Never = "0.000000000000000001";

    // 100 points to begin with; Bronze is at 500 with 50.
    [Theory]
    [InlineData(25, """{"pointsAdjusted":25,"totalPoints":125,"milestones":{"reached":[],"next":{"id":"bronze","name":"Bronze","points":500,"remaining":375}}}""")]
    [InlineData(400, """{"pointsAdjusted":400,"totalPoints":550,"milestones":{"reached":[{"id":"bronze","name":"Bronze","bonusPoints":50}],"next":null}}""")]
    [InlineData(-100, """{"pointsAdjusted":-100,"totalPoints":0,"milestones":{"reached":[],"next":{"id":"bronze","name":"Bronze","points":500,"remaining":500}}}""")]
    [InlineData(-101, """{"pointsAdjusted":-100,"totalPoints":0,"milestones":{"reached":[],"next":{"id":"bronze","name":"Bronze","points":500,"remaining":500}}}""")]
    public async Task A_total_is_adjusted_and_never_falls_below_zero(long points, string answer)
    {
        var campaign = await CampaignWithAnnAsync();

        var reply = await AdjustAsync(two.First, campaign, "a-1", points);

        Assert.Equal((CorrectionStatus.Done, false), (reply.Status, reply.Replayed));
        Assert.Equal(answer, Encoding.UTF8.GetString(reply.Data!));
        var view = await (await two.Second.ParticipantAsync(campaign, "ann")).Get();
        Assert.Equal(JsonDocument.Parse(answer).RootElement.GetProperty("totalPoints").GetInt64(), view!.TotalPoints);
        Assert.Equal(1, view.EventsCount);
    }

    [Fact]
    public async Task The_same_adjustment_again_gets_the_same_bytes_and_is_recorded_once_also_by_another_silo()
    {
        var campaign = await CampaignWithAnnAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => AdjustAsync(i % 2 == 0 ? two.First : two.Second, campaign, "a-1", 30)));

        Assert.All(replies, reply => Assert.Equal(CorrectionStatus.Done, reply.Status));
        Assert.All(replies, reply => Assert.Equal(replies[0].Data, reply.Data));
        Assert.Single(replies, reply => !reply.Replayed);
        Assert.Equal(130, (await AnnAsync(campaign)).Entries.Sum(Points));
        Assert.Contains(await ActionsAsync(campaign), action => action == "points_adjusted");
    }

    [Fact]
    public async Task The_key_of_another_adjustment_is_refused_and_that_of_an_event_is_another_key()
    {
        var campaign = await CampaignWithAnnAsync();
        await AdjustAsync(two.First, campaign, "e-1", 30);

        Assert.Equal(CorrectionStatus.RequestIdReused, (await AdjustAsync(two.First, campaign, "e-1", 31)).Status);
        Assert.Equal(CorrectionStatus.RequestIdReused, (await AdjustAsync(two.First, campaign, "e-1", 30, "Another reason")).Status);
        Assert.True((await two.First.RecordAsync(campaign, "ann", "e-1")).Replayed);
        Assert.Equal(2, (await AnnAsync(campaign)).Entries.Count);
    }

    [Fact]
    public async Task Who_never_took_part_is_not_found_and_what_is_refused_is_in_no_audit()
    {
        var campaign = await two.CampaignAsync(Never);

        Assert.Equal(CorrectionStatus.ParticipantNotFound, (await AdjustAsync(two.First, campaign, "a-1", 30)).Status);
        Assert.Equal(CorrectionStatus.ParticipantNotFound, await ExcludeAsync(two.First, campaign, true));

        Assert.Empty((await AnnAsync(campaign)).Entries);
        Assert.Empty(await ActionsAsync(campaign));
    }

    [Theory]
    [InlineData("paused")]
    [InlineData("ended")]
    public async Task Corrections_do_not_ask_whether_the_campaign_runs(string state)
    {
        var campaign = await CampaignWithAnnAsync();
        await (state == "paused" ? two.First.Campaign(campaign).Pause() : two.First.Campaign(campaign).End());

        Assert.Equal(CorrectionStatus.Done, (await AdjustAsync(two.First, campaign, "a-1", 30)).Status);
        Assert.Equal(CorrectionStatus.Done, await ExcludeAsync(two.First, campaign, true));
    }

    [Fact]
    public async Task The_audit_has_the_action_before_the_entry_and_names_nobody()
    {
        var campaign = await CampaignWithAnnAsync();
        two.Faults(campaign).AtNext<StoredPointsAdjusted>(AppendFault.ThrowsWithoutCommitting);

        var reply = await AdjustAsync(two.First, campaign, "a-1", 30);

        Assert.Equal(CorrectionStatus.OutcomeUnknown, reply.Status);
        var record = Assert.Single(await AuditAsync(campaign), record => record.Action.Action == "points_adjusted");
        Assert.Equal("key-1", record.Action.Actor);
        var ann = await two.First.RefAsync(campaign, "ann");
        Assert.Equal($$"""{"participantRef":"{{ann}}","points":30,"reason":"Because"}""", Encoding.UTF8.GetString(record.Action.Detail));
        // The same request tells what became of it.
        Assert.Equal(CorrectionStatus.Done, (await AdjustAsync(two.First, campaign, "a-1", 30)).Status);
        Assert.Equal(130, (await AnnAsync(campaign)).Entries.Sum(Points));
    }

    [Fact]
    public async Task Who_is_excluded_earns_and_plays_and_never_wins_until_included()
    {
        var campaign = await two.CampaignAsync(odds: "1");
        await two.First.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal(CorrectionStatus.Done, await ExcludeAsync(two.First, campaign, true));
        Assert.Equal(CorrectionStatus.Done, await ExcludeAsync(two.Second, campaign, true));
        var excluded = await two.Second.RecordAsync(campaign, "ann", "e-2");
        Assert.Equal(CorrectionStatus.Done, await ExcludeAsync(two.Second, campaign, false));
        var included = await two.First.RecordAsync(campaign, "ann", "e-3");

        Assert.Null(excluded.WinCode());
        Assert.NotNull(included.WinCode());
        var ann = await AnnAsync(campaign);
        Assert.Equal([true, false], ann.Entries.Select(entry => entry.Entry).OfType<StoredExclusionChanged>().Select(entry => entry.IsExcluded));
        Assert.Equal([1L, 2, 3], ann.Events.Select(recorded => recorded.Play!.Number));
        Assert.Equal(["participant_included", "participant_excluded"], (await ActionsAsync(campaign)).Where(action => action.StartsWith("participant_", StringComparison.Ordinal)));
        Assert.Equal(2, (await two.Reader(campaign).PoolAsync<StoredPrizeAwarded>()).Count);
    }

    [Fact]
    public async Task A_prize_that_was_drawn_before_the_exclusion_is_not_won_by_the_retry_after_it()
    {
        var campaign = await two.First.CreateOwnCampaignAsync(Definitions.Deck(size: 2, gold: 2));
        two.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        Assert.Equal(RecordEventStatus.OutcomeUnknown, (await two.First.RecordAsync(campaign, "ann", "e-1")).Status);
        await two.First.RecordAsync(campaign, "ann", "e-0", eventType: "visit");
        Assert.Equal(CorrectionStatus.Done, await ExcludeAsync(two.First, campaign, true));

        var retried = await two.First.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal(RecordEventStatus.Recorded, retried.Status);
        Assert.Null(retried.WinCode());
        Assert.NotNull((await two.First.RecordAsync(campaign, "bob", "e-1")).WinCode());
        Assert.NotNull((await two.First.RecordAsync(campaign, "cleo", "e-1")).WinCode());
        Assert.Null((await two.First.RecordAsync(campaign, "dan", "e-1")).WinCode());
        await Eventually.Holds(async () => (await two.Reader(campaign).PendingAsync()).Count == 0, "no work is left");
    }

    [Fact]
    public async Task A_win_is_taken_back_once_and_still_counts()
    {
        var campaign = await two.CampaignAsync(odds: "1", more: """ "maxWinsPerUser": 1, """);
        await two.First.RecordAsync(campaign, "ann", "e-1");
        var win = Assert.Single((await AnnAsync(campaign)).Wins);
        // 100 + 500 + 50 for Bronze; what is left is less than the prize.
        await AdjustAsync(two.First, campaign, "a-1", -350);

        var taken = await Task.WhenAll(
            (await two.First.ParticipantAsync(campaign, "ann")).VoidWin(win.Award, play: 1, points: 500).AsTask(),
            (await two.Second.ParticipantAsync(campaign, "ann")).VoidWin(win.Award, play: 1, points: 500).AsTask());

        Assert.Equal([300L, 300], taken);
        Assert.Single((await AnnAsync(campaign)).Entries, entry => entry.Entry is StoredWinVoided);
        var view = await (await two.First.ParticipantAsync(campaign, "ann")).Get();
        Assert.Equal((0, true), (view!.TotalPoints, view.Wins.Single().IsVoided));
        Assert.Null((await two.First.RecordAsync(campaign, "ann", "e-2")).WinCode());
    }

    [Fact]
    public async Task A_win_is_found_among_hundreds_of_entries_and_one_that_is_not_there_is_a_mistake()
    {
        var campaign = await two.CampaignAsync(odds: "1", quantity: 100);
        for (var i = 1; i <= 70; i++)
            await two.First.RecordAsync(campaign, "ann", $"e-{i}");
        var oldest = (await AnnAsync(campaign)).Wins.First();
        var ann = await two.Second.ParticipantAsync(campaign, "ann");

        Assert.Equal(500, await ann.VoidWin(oldest.Award, play: 1, points: 500));
        Assert.Equal(500, await ann.VoidWin(oldest.Award, play: 1, points: 500));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await ann.VoidWin(oldest.Award, play: 2, points: 500));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await ann.VoidWin(award: 9_999, play: 1, points: 500));
        Assert.Single((await AnnAsync(campaign)).Entries, entry => entry.Entry is StoredWinVoided);
    }

    [Fact]
    public async Task Corrections_are_there_after_snapshots_and_a_reload()
    {
        var campaign = await CampaignWithAnnAsync();
        for (var i = 0; i < 40; i++)
            await AdjustAsync(two.First, campaign, $"a-{i}", 1);
        await ExcludeAsync(two.First, campaign, true);

        Assert.True((await AdjustAsync(two.Second, campaign, "a-0", 1)).Replayed);
        Assert.Equal(140, (await (await two.Second.ParticipantAsync(campaign, "ann")).Get())!.TotalPoints);
        Assert.Equal(CorrectionStatus.Done, await ExcludeAsync(two.Second, campaign, true));
        Assert.Single((await AnnAsync(campaign)).Entries, entry => entry.Entry is StoredExclusionChanged);
    }

    private async Task<CampaignId> CampaignWithAnnAsync()
    {
        var campaign = await two.CampaignAsync(Never);
        await two.First.RecordAsync(campaign, "ann", "e-1");
        return campaign;
    }

    private static async Task<AdjustPointsReply> AdjustAsync(
        Engine engine, CampaignId campaign, string id, long points, string reason = "Because") =>
        await (await engine.ParticipantAsync(campaign, "ann")).AdjustPoints(
            new AdjustPointsRequest(id, RequestIdGiven: true, points, reason, "key-1", TestClock: null));

    private static async Task<CorrectionStatus> ExcludeAsync(Engine engine, CampaignId campaign, bool isExcluded) =>
        await (await engine.ParticipantAsync(campaign, "ann")).ChangeExclusion(
            new ChangeExclusionRequest(isExcluded, "Because", "key-1", TestClock: null));

    private async Task<ParticipantRecord> AnnAsync(CampaignId campaign) =>
        await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, "ann"));

    private async Task<IReadOnlyList<AuditRecord>> AuditAsync(CampaignId campaign) =>
        await two.First.Grains.GetGrain<IAuditGrain>(CampaignKey.Format(campaign)).Read(before: null, limit: 100);

    private async Task<IEnumerable<string>> ActionsAsync(CampaignId campaign) =>
        (await AuditAsync(campaign)).Select(record => record.Action.Action)
            .Where(action => action.StartsWith("points_", StringComparison.Ordinal) || action.StartsWith("participant_", StringComparison.Ordinal));

    private static long Points(ParticipantEntryRecord entry) => entry.Entry switch
    {
        StoredEvent recorded => recorded.PointsEarned + recorded.PrizePoints,
        StoredPointsAdjusted adjusted => adjusted.Points + (adjusted.MilestonesReached ?? []).Sum(milestone => milestone.BonusPoints),
        StoredWinVoided voided => -voided.Points,
        _ => 0,
    };
}
