using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Prizes;

public sealed class VoidWinTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_win_is_taken_back_once_with_its_points_and_answers_the_same(bool restock)
    {
        var campaign = await two.CampaignAsync(quantity: 3);
        var code = await WinAsync(campaign, "ann");
        await WinAsync(campaign, "bob");

        var first = await VoidAsync(two.First, campaign, code, restock);
        var again = await VoidAsync(two.First, campaign, code, restock);
        var elsewhere = await VoidAsync(two.Second, campaign, code, restock);
        var other = await VoidAsync(two.First, campaign, code, !restock);

        Assert.Equal((VoidWinStatus.Done, "Gold", 500L), (first.Status, first.Tier, first.PointsTaken));
        Assert.Equal(first, again);
        Assert.Equal(first, elsewhere);
        Assert.Equal(VoidWinStatus.AlreadyVoided, other.Status);
        // 100 for the purchase, and the bonus of a milestone that the prize's points reached.
        Assert.Equal(150, (await (await two.First.ParticipantAsync(campaign, "ann")).Get())!.TotalPoints);
        var stock = Assert.Single(await two.First.Pool(campaign).GetStock());
        Assert.Equal((3, restock ? 2 : 1, restock ? 0 : 1), (stock.Stocked, stock.Remaining, stock.Voided));
        Assert.Equal(stock.Stocked, stock.Remaining + stock.Open + stock.Awarded + stock.Voided);
        Assert.Equal(
            $$"""win_voided {"tier":"Gold","award":1,"restock":{{(restock ? "true" : "false")}},"reason":"fraud"}""",
            Assert.Single(await RestockTests.AuditsAsync(two.First, campaign)));
        await Eventually.Holds(async () => (await two.Reader(campaign).PendingAsync()).Count == 0, "no work is left");
    }

    public static TheoryData<string> Steps => ["taken back, not written", "taken back, written", "told, not written", "told, written", "recorded, not written", "recorded, written"];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_void_that_was_cut_off_is_finished_without_anybody_calling(string step)
    {
        var campaign = await two.CampaignAsync(quantity: 3);
        var code = await WinAsync(campaign, "ann");
        await two.First.Pool(campaign).Resume();
        var fault = step.EndsWith("not written", StringComparison.Ordinal) ? AppendFault.ThrowsWithoutCommitting : AppendFault.CommitsAndThrows;
        switch (step.Split(',')[0])
        {
            case "taken back": two.Faults(campaign).AtNext<StoredWinTakenBack>(fault); break;
            case "told": two.Faults(campaign).AtNext<StoredWinVoided>(fault); break;
            default: two.Faults(campaign).AtNext<StoredWinVoidRecorded>(fault); break;
        }

        var failed = await VoidAsync(two.First, campaign, code, restock: true);
        var isBegun = (await two.Reader(campaign).PoolAsync<StoredWinTakenBack>()).Count == 1;
        await two.Second.Pool(campaign).Resume();

        Assert.Equal(VoidWinStatus.OutcomeUnknown, failed.Status);
        Assert.Equal(step != "taken back, not written", isBegun);
        Assert.Equal(isBegun ? 1 : 0, (await two.Reader(campaign).PoolAsync<StoredWinVoidRecorded>()).Count);
        Assert.Empty(await two.Reader(campaign).PendingAsync());
        Assert.Equal(VoidWinStatus.Done, (await VoidAsync(two.First, campaign, code, restock: true)).Status);
        var ann = await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, "ann"));
        Assert.Equal(500, Assert.Single(ann.Entries.Select(entry => entry.Entry).OfType<StoredWinVoided>()).Points);
        Assert.Single(await two.Reader(campaign).PoolAsync<StoredWinTakenBack>());
        Assert.Single(await two.Reader(campaign).PoolAsync<StoredWinVoidRecorded>());
    }

    [Fact]
    public async Task An_award_that_is_still_open_is_settled_first()
    {
        var campaign = await two.CampaignAsync(quantity: 3);
        var code = await WinAsync(campaign, "ann");

        Assert.Equal(VoidWinStatus.Done, (await VoidAsync(two.First, campaign, code, restock: false)).Status);
        // Asked for before the pool was told, most often; the void comes after in any case.
        var entries = (await two.Reader(campaign).PoolAsync()).Select(entry => entry.GetType()).ToList();
        Assert.True(entries.IndexOf(typeof(StoredClaimsClosed)) < entries.IndexOf(typeof(StoredWinTakenBack)));
        Assert.Contains(typeof(StoredClaimsClosed), entries);
    }

    [Fact]
    public async Task An_open_award_is_closed_before_the_void_also_while_another_commit_runs()
    {
        var campaign = await two.CampaignAsync(quantity: 3);
        var unconfirmed = new Gate();
        two.Faults(campaign).AtNext<StoredClaimsClosed>(new AppendFault(Before: async () =>
        {
            await unconfirmed.PassAsync();
            throw new OutcomeUnknownException("A test's.");
        }));
        var code = await WinAsync(campaign, "ann");
        await unconfirmed.Reached;
        unconfirmed.Open();
        // The second engine has to read its participant; meanwhile its pool begins a commit.
        var asked = await StopReadingAsync(campaign, "ann");
        var voiding = VoidAsync(two.Second, campaign, code, restock: false);
        await asked.Reached;
        var committing = two.Faults(campaign).StopBeforeNext<StoredPrizeAwarded>();
        var recording = two.Second.RecordAsync(campaign, "bob", "e-1");
        await committing.Reached;
        asked.Open();
        await (await two.Second.ParticipantAsync(campaign, "ann")).Get(); // After it has answered the pool.
        committing.Open();

        Assert.NotNull((await recording).WinCode());
        Assert.Equal(VoidWinStatus.Done, (await voiding).Status);
    }

    [Fact]
    public async Task A_winner_who_claims_at_a_pool_that_is_behind_does_not_wait_for_the_void_that_waits_for_the_winner()
    {
        var campaign = await two.CampaignAsync(quantity: 10);
        var code = (await two.Second.RecordAsync(campaign, "ann", "e-1")).WinCode()!;
        await two.Second.Pool(campaign).Confirm([1]);
        var loading = await StopReadingAsync(campaign, "ann");
        var recording = two.First.RecordAsync(campaign, "ann", "e-2");
        await loading.Reached;
        var voiding = VoidAsync(two.First, campaign, code, restock: false);
        await Eventually.Holds(async () => (await two.Reader(campaign).PoolAsync<StoredWinTakenBack>()).Count == 1, "the void has begun");
        await two.Second.RecordAsync(campaign, "bob", "e-1");
        loading.Open();

        Assert.Equal(RecordEventStatus.Recorded, (await recording.WaitAsync(TimeSpan.FromSeconds(20))).Status);
        Assert.Equal(VoidWinStatus.Done, (await voiding.WaitAsync(TimeSpan.FromSeconds(20))).Status);
        Assert.Single(await two.Reader(campaign).PoolAsync<StoredWinTakenBack>());
    }

    [Fact]
    public async Task A_code_that_nobody_was_told_of_is_not_found()
    {
        var campaign = await two.CampaignAsync(quantity: 3);
        var ann = (await two.First.RefAsync(campaign, "ann")).Value;
        var open = await two.First.Pool(campaign).Claim(new ClaimRequest(ann, 1, 0, 0, 0));
        var later = await two.First.Pool(campaign).Claim(new ClaimRequest(ann, 2, 0, 0, 0));

        // The first is settled here and found to be nobody's, the second before.
        Assert.Equal(VoidWinStatus.WinNotFound, (await VoidAsync(two.First, campaign, open.WinCode!, restock: true)).Status);
        await two.First.Pool(campaign).Resume();
        Assert.Equal(VoidWinStatus.WinNotFound, (await VoidAsync(two.First, campaign, later.WinCode!, restock: true)).Status);
        Assert.Equal(VoidWinStatus.WinNotFound, (await VoidAsync(two.First, campaign, "TEST-22222222", restock: true)).Status);
        Assert.Equal(VoidWinStatus.WinNotFound, (await VoidAsync(two.First, campaign, "nonsense", restock: true)).Status);
        Assert.Equal(3, Assert.Single(await two.First.Pool(campaign).GetStock()).Remaining);
        Assert.Empty(await RestockTests.AuditsAsync(two.First, campaign));
    }

    [Fact]
    public async Task Every_code_leads_to_its_win()
    {
        // One unit has three code numbers: the others come from further leases, with those of other campaigns between.
        var campaign = await two.First.CreateOwnCampaignAsync(Definitions.Game("deck", """ "deckSize": 60, """, """ "name": "Gold", "quantity": 20 """));
        var codes = new Dictionary<string, string>();
        for (var i = 0; i < 60; i++)
        {
            if ((await two.First.RecordAsync(campaign, $"user-{i}", "e-1")).WinCode() is { } code)
                codes.Add($"user-{i}", code);
        }

        Assert.Equal(20, codes.Count);
        foreach (var (user, code) in codes)
        {
            Assert.Equal(VoidWinStatus.Done, (await VoidAsync(two.First, campaign, code, restock: false)).Status);
            Assert.Equal(100, (await (await two.First.ParticipantAsync(campaign, user)).Get())!.TotalPoints);
        }
    }

    [Fact]
    public async Task A_unit_of_a_deck_that_was_taken_back_goes_to_the_next_play()
    {
        var campaign = await two.First.CreateOwnCampaignAsync(Definitions.Deck(1, 1));
        var code = await WinAsync(campaign, "ann");
        await VoidAsync(two.First, campaign, code, restock: true);

        Assert.NotNull((await two.First.RecordAsync(campaign, "bob", "e-1")).WinCode());
        Assert.Null((await two.First.RecordAsync(campaign, "cleo", "e-1")).WinCode());
    }

    /// <summary>The next read of the participant's stream waits at the gate.</summary>
    private async Task<Gate> StopReadingAsync(CampaignId campaign, string user)
    {
        var stream = StreamNames.Participant(campaign, await two.First.RefAsync(campaign, user));
        var gate = new Gate();
        two.Journal.OnRead = read => read == stream ? gate.PassAsync() : Task.CompletedTask;
        return gate;
    }

    private async Task<string> WinAsync(CampaignId campaign, string user) => (await two.First.RecordAsync(campaign, user, "e-1")).WinCode()!;

    private static Task<VoidWinReply> VoidAsync(Engine engine, CampaignId campaign, string code, bool restock) =>
        engine.Pool(campaign).VoidWin(new VoidWinRequest("key", code, restock, "fraud"));
}
