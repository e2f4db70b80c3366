using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Interfaces.Referrals;
using CampaignEngine.Grains.Interfaces.Wins;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Referrals;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Participants;

public sealed class ErasureTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    private const string Limited = """ "maxWinsPerUser": 1, """;

    [Fact]
    public async Task Who_is_erased_is_gone_at_once_and_soon_out_of_all_entries()
    {
        var campaign = await two.CampaignAsync();
        await two.First.RecordAsync(campaign, "ann", "e-1");
        await two.First.RecordAsync(campaign, "bob", "e-1");

        Assert.Equal(EraseStatus.Erased, await EraseAsync(two.First, campaign, "ann"));
        Assert.Null(await (await two.Second.ParticipantAsync(campaign, "ann")).Get());
        // While it goes on, it may be asked for again.
        Assert.Equal(EraseStatus.Erased, await EraseAsync(two.Second, campaign, "ann"));
        await FinishAsync(two.Second, campaign, "ann");

        Assert.Equal(EraseStatus.ParticipantNotFound, await EraseAsync(two.First, campaign, "ann"));
        await IsBlankAsync(campaign, "ann");
        Assert.Equal("bob", (await (await two.First.ParticipantAsync(campaign, "bob")).Get())!.UserId);
        Assert.DoesNotContain(StreamKind.Participant, await two.Reader(campaign).PendingAsync());
        var audited = Assert.Single(await two.First.Grains.GetGrain<IAuditGrain>(CampaignKey.Format(campaign)).Read(null, 100), one => one.Action.Action == "participant_erased");
        Assert.Equal(
            $$"""{"participantRef":"{{await two.First.RefAsync(campaign, "ann")}}"}""", System.Text.Encoding.UTF8.GetString(audited.Action.Detail));
    }

    [Fact]
    public async Task Whoever_comes_back_begins_anew_and_cannot_win_again()
    {
        var campaign = await two.CampaignAsync(more: Limited);
        var won = await two.First.RecordAsync(campaign, "ann", "e-1");
        Assert.NotNull(won.WinCode());
        await EraseAsync(two.First, campaign, "ann");

        var same = await two.First.RecordAsync(campaign, "ann", "e-1");
        var next = await two.First.RecordAsync(campaign, "ann", "e-2");

        // The request of before gets the answer of before: no second win.
        Assert.True(same.Replayed);
        Assert.Equal(won.Data, same.Data);
        Assert.Null(next.WinCode());
        var ann = (await (await two.Second.ParticipantAsync(campaign, "ann")).Get())!;
        Assert.Equal((100, 1, 0), (ann.TotalPoints, ann.EventsCount, ann.Wins.Count));
        Assert.Equal(2, ann.Plays!.Used);
        Assert.Single(await two.Reader(campaign).PoolAsync<Grains.Prizes.Stored.StoredPrizeAwarded>());
        // The new life is not touched by what is left to do for the old one.
        await FinishAsync(two.Second, campaign, "ann");
        Assert.Equal("ann", (await (await two.Second.ParticipantAsync(campaign, "ann")).Get())!.UserId);
        Assert.Equal("ann", (await SummaryAsync(campaign, "ann")).UserId);
        await IsBlankAsync(campaign, "ann", upTo: 2);
    }

    [Fact]
    public async Task Erased_again_in_a_second_life_the_first_erasure_does_not_end_the_second()
    {
        var campaign = await two.CampaignAsync();
        await two.First.RecordAsync(campaign, "ann", "e-1");
        await EraseAsync(two.First, campaign, "ann");
        var first = (await (await two.First.ParticipantAsync(campaign, "ann")).Resume()).EraseUpTo;
        await two.First.RecordAsync(campaign, "ann", "e-2");
        await EraseAsync(two.First, campaign, "ann");

        await (await two.First.ParticipantAsync(campaign, "ann")).FinishErasure(first);
        Assert.Contains(StreamKind.Participant, await two.Reader(campaign).PendingAsync());
        await FinishAsync(two.First, campaign, "ann");

        await IsBlankAsync(campaign, "ann");
        Assert.DoesNotContain(StreamKind.Participant, await two.Reader(campaign).PendingAsync());
    }

    [Fact]
    public async Task A_win_of_somebody_who_was_erased_still_stands_and_names_nobody()
    {
        var campaign = await two.CampaignAsync();
        var code = (await two.First.RecordAsync(campaign, "ann", "e-1")).WinCode()!;
        var other = (await two.First.RecordAsync(campaign, "bob", "e-1")).WinCode()!;
        await EraseAsync(two.First, campaign, "ann");
        await FinishAsync(two.First, campaign, "ann");
        await two.First.RecordAsync(campaign, "ann", "e-2");
        var wins = two.First.Grains.GetGrain<IWinsGrain>(CampaignKey.Format(campaign));

        Assert.Contains(other, (await wins.List(null, 10)).Wins.Select(win => win.WinCode));
        Assert.DoesNotContain(code, (await wins.List(null, 10)).Wins.Select(win => win.WinCode));
        Assert.Equal(("Gold", null), ((await wins.Find(code))!.PrizeTier, (await wins.Find(code))!.UserId));
        Assert.Equal(RedeemWinStatus.Done, (await two.First.Pool(campaign).RedeemWin(new RedeemWinRequest("key", code))).Status);
        var voided = await two.First.Pool(campaign).VoidWin(new VoidWinRequest("key", other, true, "fraud"));
        Assert.Equal(VoidWinStatus.Done, voided.Status);
        var stock = Assert.Single(await two.First.Pool(campaign).GetStock());
        Assert.Equal(stock.Stocked, stock.Remaining + stock.Open + stock.Awarded + stock.Voided);
    }

    [Fact]
    public async Task A_claim_that_is_open_is_settled_and_a_win_voided_after_the_erasure()
    {
        var campaign = await two.CampaignAsync();
        var code = (await two.First.RecordAsync(campaign, "ann", "e-1")).WinCode()!;
        two.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        Assert.Equal(RecordEventStatus.OutcomeUnknown, (await two.First.RecordAsync(campaign, "ann", "e-2")).Status);
        await EraseAsync(two.First, campaign, "ann");
        await two.First.Pool(campaign).Resume();

        Assert.Equal((VoidWinStatus.Done, 0L), (await two.First.Pool(campaign).VoidWin(new VoidWinRequest("key", code, true, "fraud"))) is var reply
            ? (reply.Status, reply.PointsTaken) : default);
        Assert.Equal(10, Assert.Single(await two.First.Pool(campaign).GetStock()).Remaining);
        Assert.Null(await (await two.First.ParticipantAsync(campaign, "ann")).Get());
        Assert.Equal("", (await SummaryAsync(campaign, "ann")).UserId);
    }

    public static TheoryData<string, bool> Steps => new()
    {
        { "erased", false }, { "erased", true }, { "finished", false }, { "finished", true },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task What_was_cut_off_is_finished(string step, bool isWritten)
    {
        var campaign = await two.CampaignAsync();
        for (var i = 0; i < 70; i++)
            await two.First.RecordAsync(campaign, "ann", $"e-{i}");
        var fault = isWritten ? AppendFault.CommitsAndThrows : AppendFault.ThrowsWithoutCommitting;
        if (step == "erased")
            two.Faults(campaign).AtNext<StoredErased>(fault);
        else
            two.Faults(campaign).AtNext<StoredErasureFinished>(fault);

        var status = await EraseAsync(two.First, campaign, "ann");
        Assert.Equal(step == "erased" ? EraseStatus.OutcomeUnknown : EraseStatus.Erased, status);
        Assert.Equal(EraseStatus.Erased, await EraseAsync(two.Second, campaign, "ann"));
        if (step == "finished")
            await Assert.ThrowsAsync<OutcomeUnknownException>(() => FinishAsync(two.Second, campaign, "ann"));
        await FinishAsync(two.First, campaign, "ann");

        await IsBlankAsync(campaign, "ann");
        Assert.DoesNotContain(StreamKind.Participant, await two.Reader(campaign).PendingAsync());
    }

    [Fact]
    public async Task Blanking_that_was_cut_off_in_the_middle_goes_on_when_a_silo_starts()
    {
        var journal = new FaultyJournal(new WatchedJournal(new Journal.Memory.MemoryJournal()));
        var before = await Engine.StartAsync(journal);
        var campaign = await before.CreateOwnCampaignAsync(Definitions.InstantWin("0.000000000000000001", 1));
        for (var i = 0; i < 40; i++)
            await before.RecordAsync(campaign, "ann", $"e-{i}");
        await (await before.ParticipantAsync(campaign, "ann")).Erase(new EraseParticipantRequest("key"));
        await journal.RedactAsync(StreamNames.Participant(campaign, await before.RefAsync(campaign, "ann")), 7);
        await before.KillAsync();

        await using var after = await Engine.StartAsync(journal);
        var reader = new CampaignReader(journal, after.Codec, campaign);
        await Eventually.Holds(async () => (await reader.PendingAsync()).Count == 0, "no work is left");

        await foreach (var entry in journal.ReadEntriesAsync(StreamNames.Participant(campaign, await after.RefAsync(campaign, "ann")), 1))
            Assert.True(entry.Personal.IsEmpty);
        await before.DisposeAsync();
    }

    [Fact]
    public async Task A_referrer_who_is_erased_is_forgotten_by_those_who_were_referred()
    {
        var campaign = await two.First.CreateOwnCampaignAsync("""
            { "name": "Test", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
              "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] },
              "referrals": { "referrerPoints": 200, "refereePoints": 100 } }
            """);
        await two.Second.Directory.RefreshAsync();
        Assert.Equal(ReferralStatus.Done, (await ReferAsync(campaign, "ann-the-referrer", "bob")).Status);
        // The second is cut off after the referrer was credited.
        two.Faults(campaign).AtNext<StoredReferralCompleted>(AppendFault.ThrowsWithoutCommitting);
        Assert.Equal(ReferralStatus.OutcomeUnknown, (await ReferAsync(campaign, "ann-the-referrer", "cleo")).Status);

        await EraseAsync(two.First, campaign, "ann-the-referrer");
        await FinishAsync(two.First, campaign, "ann-the-referrer");

        await IsBlankAsync(campaign, "ann-the-referrer");
        foreach (var referee in new[] { "bob", "cleo" })
        {
            await foreach (var entry in two.Journal.ReadEntriesAsync(StreamNames.Participant(campaign, await two.First.RefAsync(campaign, referee)), 1))
                Assert.DoesNotContain("ann-the-referrer", System.Text.Encoding.UTF8.GetString(entry.Personal.Span), StringComparison.Ordinal);
            var view = (await (await two.Second.ParticipantAsync(campaign, referee)).Get())!;
            Assert.Equal((referee, 100), (view.UserId, view.TotalPoints));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_referral_that_ends_after_its_referrer_was_erased_names_them_only_if_they_came_back(bool comesBack)
    {
        var campaign = await two.First.CreateOwnCampaignAsync("""
            { "name": "Test", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
              "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] },
              "referrals": { "referrerPoints": 200, "refereePoints": 50 } }
            """);
        await two.Second.Directory.RefreshAsync();
        await two.First.RecordAsync(campaign, "ann-the-referrer", "e-1");
        two.Faults(campaign).AtNext<StoredReferralCredited>(AppendFault.ThrowsWithoutCommitting);
        await ReferAsync(campaign, "ann-the-referrer", "bob");
        await EraseAsync(two.First, campaign, "ann-the-referrer");
        await FinishAsync(two.First, campaign, "ann-the-referrer");
        if (comesBack)
            await two.First.RecordAsync(campaign, "ann-the-referrer", "e-2");

        var begun = (await (await two.First.ParticipantAsync(campaign, "bob")).Resume()).Referral!;
        var done = await new ReferralSteps(new ParticipantGrains(two.First.Grains)).FinishAsync(
            campaign, await two.First.RefAsync(campaign, "bob"), begun, testClock: null, isHeard: false);

        Assert.Equal(ReferralStatus.Done, done.Status);
        Assert.Equal(50, await TotalAsync(campaign, "bob"));
        Assert.Equal(comesBack ? 300 : null, await TotalAsync(campaign, "ann-the-referrer"));
        if (comesBack)
            return;
        await FinishAsync(two.Second, campaign, "ann-the-referrer");
        await IsBlankAsync(campaign, "ann-the-referrer");
        await foreach (var entry in two.Journal.ReadEntriesAsync(StreamNames.Participant(campaign, await two.First.RefAsync(campaign, "bob")), 1))
            Assert.DoesNotContain("ann-the-referrer", System.Text.Encoding.UTF8.GetString(entry.Personal.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_in_a_referral_that_waits_is_erased_after_it()
    {
        var campaign = await two.First.CreateOwnCampaignAsync("""
            { "name": "Test", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
              "points": { "rules": [] }, "referrals": { "referrerPoints": 200, "refereePoints": 100 } }
            """);
        await two.Second.Directory.RefreshAsync();
        two.Faults(campaign).AtNext<StoredReferralCredited>(AppendFault.ThrowsWithoutCommitting);
        await ReferAsync(campaign, "ann", "bob");

        var reply = await (await two.First.ParticipantAsync(campaign, "bob")).Erase(new EraseParticipantRequest("key"));
        Assert.Equal(EraseStatus.ReferralUnfinished, reply.Status);
        await new ReferralSteps(new ParticipantGrains(two.First.Grains)).FinishAsync(
            campaign, await two.First.RefAsync(campaign, "bob"), reply.Unfinished!, testClock: null, isHeard: false);

        Assert.Equal(EraseStatus.Erased, await EraseAsync(two.First, campaign, "bob"));
        await FinishAsync(two.First, campaign, "bob");
        await IsBlankAsync(campaign, "bob");
        Assert.Equal(ReferralStatus.AlreadyReferred, (await ReferAsync(campaign, "cleo", "bob")).Status);
    }

    private async Task<long?> TotalAsync(CampaignId campaign, string user) =>
        (await (await two.Second.ParticipantAsync(campaign, user)).Get())?.TotalPoints;

    private async Task<ReferralReply> ReferAsync(CampaignId campaign, string referrer, string referee) =>
        await new ReferralSteps(new ParticipantGrains(two.First.Grains)).ReferAsync(
            campaign, await two.First.RefAsync(campaign, referee),
            new BeginReferralRequest(referee, (await two.First.RefAsync(campaign, referrer)).Value, referrer, Guid.NewGuid().ToString(), false, null));

    private static Task<EraseStatus> EraseAsync(Engine engine, CampaignId campaign, string user) => engine.EraseAsync(campaign, user);

    private Task FinishAsync(Engine engine, CampaignId campaign, string user) => engine.FinishErasureAsync(two.Journal, campaign, user);

    private async Task IsBlankAsync(CampaignId campaign, string user, long upTo = long.MaxValue)
    {
        var entries = 0;
        await foreach (var entry in two.Journal.ReadEntriesAsync(StreamNames.Participant(campaign, await two.First.RefAsync(campaign, user)), 1))
        {
            if (entry.Version > upTo)
                break;
            Assert.True(entry.Personal.IsEmpty, $"Entry {entry.Version} names somebody.");
            entries++;
        }

        Assert.NotEqual(0, entries);
        if (upTo == long.MaxValue)
            Assert.Equal(("", "", 0L), (await SummaryAsync(campaign, user)) is var summary ? (summary.UserId, summary.DisplayName, summary.Points) : default);
    }

    private async Task<Summary> SummaryAsync(CampaignId campaign, string user) =>
        (await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, user))).Summary!;
}
