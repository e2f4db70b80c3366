using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Prizes;

public sealed class OwnCodesTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    [Fact]
    public async Task Winners_get_the_uploaded_codes_in_order()
    {
        var campaign = await CampaignAsync("A-1 A-2 A-3");

        string?[] codes = [await WinAsync(campaign, "ann"), await WinAsync(campaign, "bob"), await WinAsync(campaign, "cleo"), await WinAsync(campaign, "dan")];

        Assert.Equal(new[] { "A-1", "A-2", "A-3", null }, codes);
        var awarded = (await two.Reader(campaign).PoolAsync<StoredPrizeAwarded>()).Cast<StoredPrizeTaken>().ToList();
        Assert.Equal([1, 2, 3], awarded.Select(one => one.OwnCode));
        Assert.Equal(3, awarded.Select(one => one.CodeNumber).Distinct().Count());
    }

    [Fact]
    public async Task A_code_that_nobody_was_told_of_goes_to_the_next_winner()
    {
        var campaign = await CampaignAsync("A-1 A-2");
        two.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        Assert.Equal(RecordEventStatus.OutcomeUnknown, (await two.First.RecordAsync(campaign, "ann", "e-1")).Status);
        await two.First.Pool(campaign).Resume();

        string?[] codes = [await WinAsync(campaign, "bob"), await WinAsync(campaign, "cleo"), await WinAsync(campaign, "dan")];

        Assert.Equal(new[] { "A-1", "A-2", null }, codes);
        Assert.Equal(VoidWinStatus.Done, (await VoidAsync(campaign, "A-1", restock: false)).Status);
        Assert.Equal(100, (await (await two.First.ParticipantAsync(campaign, "bob")).Get())!.TotalPoints);
    }

    [Fact]
    public async Task An_upload_adds_as_many_units_as_it_has_codes_or_as_it_says()
    {
        var campaign = await CampaignAsync("A-1 A-2");

        var both = await UploadAsync(two.First, campaign, "k-1", "B-1 B-2");
        var spares = await UploadAsync(two.First, campaign, "k-2", "C-1 C-2 C-3", add: 0);
        var one = await UploadAsync(two.Second, campaign, "k-3", "D-1", add: 1);
        var again = await UploadAsync(two.Second, campaign, "k-1", "B-1 B-2");

        Assert.Equal(new StockReply(StockStatus.Done, 2, 4, 4, 4), both);
        Assert.Equal(new StockReply(StockStatus.Done, 0, 4, 4, 7), spares);
        Assert.Equal(new StockReply(StockStatus.Done, 1, 5, 5, 8), one);
        Assert.Equal(both with { Replayed = true }, again);
        Assert.Equal(8, (await two.First.Codes(campaign).Count())["Gold"]);
        Assert.Equal(["prize_codes_uploaded", "prize_codes_uploaded", "prize_codes_uploaded", "prize_codes_uploaded"],
            (await RestockTests.AuditsAsync(two.First, campaign)).Select(audit => audit.Split(' ')[0]));
    }

    [Fact]
    public async Task Units_alone_and_units_that_come_back_need_a_spare_code()
    {
        var campaign = await CampaignAsync("A-1 A-2");
        await WinAsync(campaign, "ann");

        Assert.Equal(StockStatus.CodesMissing, await RestockAsync(campaign, "k-1", 1));
        Assert.Equal(VoidWinStatus.CodesMissing, (await VoidAsync(campaign, "A-1", restock: true)).Status);
        await UploadAsync(two.First, campaign, "k-2", "B-1 B-2", add: 0);
        Assert.Equal(StockStatus.CodesMissing, await RestockAsync(campaign, "k-1", 3));
        Assert.Equal(StockStatus.Done, await RestockAsync(campaign, "k-1", 1));
        Assert.Equal(VoidWinStatus.Done, (await VoidAsync(campaign, "A-1", restock: true)).Status);
        Assert.Equal(StockStatus.CodesMissing, await RestockAsync(campaign, "k-3", 1));
        Assert.Equal("A-2", await WinAsync(campaign, "bob"));
        Assert.Equal("B-1", await WinAsync(campaign, "cleo"));
        Assert.Equal("B-2", await WinAsync(campaign, "dan"));
        Assert.Null(await WinAsync(campaign, "eve"));
    }

    [Fact]
    public async Task A_code_that_was_not_handed_out_is_no_win()
    {
        var campaign = await CampaignAsync("A-1 A-2");
        await WinAsync(campaign, "ann");

        Assert.Equal(VoidWinStatus.WinNotFound, (await VoidAsync(campaign, "A-2", restock: false)).Status);
        Assert.Equal(VoidWinStatus.Done, (await VoidAsync(campaign, "A-1", restock: false)).Status);
    }

    [Theory]
    [InlineData("B-1 B-2 B-1", 3)]
    [InlineData("B-1 A-2 B-2", 2)]
    public async Task Duplicates_refuse_the_whole_upload(string codes, int duplicate)
    {
        var campaign = await CampaignAsync("A-1 A-2");

        var refused = await UploadAsync(two.First, campaign, "k-1", codes);

        Assert.Equal((StockStatus.DuplicateCodes, duplicate), (refused.Status, Assert.Single(refused.Duplicates!)));
        Assert.Equal(2, (await two.First.Codes(campaign).Count())["Gold"]);
        Assert.Equal(StockStatus.Done, (await UploadAsync(two.First, campaign, "k-1", "B-1 B-2")).Status);
    }

    [Fact]
    public async Task What_is_refused_keeps_nothing()
    {
        var draft = await DraftAsync(quantity: 2);
        var other = await two.CampaignAsync();
        var deck = await DraftAsync(quantity: 2, mode: "deck");
        await UploadAsync(two.First, deck, "k-0", "A-1 A-2");
        await two.First.Campaign(deck).Activate();
        await two.First.Directory.RefreshAsync();
        var ended = await CampaignAsync("A-1 A-2");
        await two.First.Campaign(ended).End();
        await two.First.Directory.RefreshAsync();

        Assert.Equal(StockStatus.CampaignIsDraft, (await UploadAsync(two.First, draft, "k-1", "A-1", add: 1)).Status);
        Assert.Equal(StockStatus.TierNotFound, (await UploadAsync(two.First, draft, "k-1", "A-1", tier: "Lead")).Status);
        Assert.Equal(StockStatus.CodesNotTaken, (await UploadAsync(two.First, other, "k-1", "A-1")).Status);
        Assert.Equal(StockStatus.StockFixed, (await UploadAsync(two.First, deck, "k-1", "B-1", add: 1)).Status);
        Assert.Equal(StockStatus.CodesMissing, (await UploadAsync(two.First, await CampaignAsync("A-1"), "k-1", "B-1", add: 2)).Status);
        Assert.Equal(StockStatus.CampaignEnded, (await UploadAsync(two.First, ended, "k-1", "B-1")).Status);
        Assert.Equal(new StockReply(StockStatus.Done, 0, 2, 2, 3), await UploadAsync(two.First, deck, "k-1", "B-1"));
        Assert.Empty(await two.First.Codes(draft).Count());
    }

    [Fact]
    public async Task A_campaign_without_prizes_takes_none()
    {
        var campaign = await two.First.CreateOwnCampaignAsync(
            """{ "name": "Test", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z", "points": { "rules": [ { "id": "visit", "eventType": "visit", "points": 1 } ] } }""");

        Assert.Equal(StockStatus.TierNotFound, (await UploadAsync(two.First, campaign, "k-1", "A-1")).Status);
        Assert.Equal(StockStatus.TierNotFound, await RestockAsync(campaign, "k-1", 1));
    }

    [Fact]
    public async Task Codes_are_handed_out_while_an_upload_begins_again_behind_another_ones()
    {
        var campaign = await CampaignAsync("A-1 A-2");
        await WinAsync(campaign, "ann");
        var behind = two.Faults(campaign).StopBeforeNext<StoredCodesUploaded>();
        var uploading = UploadAsync(two.First, campaign, "k-2", "C-1");
        await behind.Reached;
        await UploadAsync(two.Second, campaign, "k-1", "B-1");
        var again = two.Faults(campaign).StopBeforeNext<StoredCodesUploaded>();
        behind.Open();
        await again.Reached;

        var code = await WinAsync(campaign, "bob").WaitAsync(TimeSpan.FromSeconds(20));
        again.Open();

        Assert.Equal("A-2", code);
        Assert.Equal(new StockReply(StockStatus.Done, 1, 4, 2, 4), await uploading);
    }

    [Fact]
    public async Task An_upload_is_not_refused_from_old_knowledge()
    {
        var campaign = await CampaignAsync("A-1 A-2");
        await UploadAsync(two.Second, campaign, "k-1", "B-1");

        Assert.Equal(new StockReply(StockStatus.Done, 1, 4, 4, 4), await UploadAsync(two.First, campaign, "k-2", "C-1"));
    }

    [Fact]
    public async Task One_key_names_one_command_of_either_kind()
    {
        var campaign = await CampaignAsync("A-1 A-2");
        await UploadAsync(two.First, campaign, "k-1", "B-1 B-2", add: 0);

        Assert.Equal(StockStatus.KeyReused, await RestockAsync(campaign, "k-1", 1));
        Assert.Equal(StockStatus.Done, await RestockAsync(campaign, "k-2", 1));
        Assert.Equal(StockStatus.KeyReused, (await UploadAsync(two.First, campaign, "k-2", "C-1")).Status);
        Assert.Equal(StockStatus.KeyReused, (await UploadAsync(two.First, campaign, "k-1", "C-1")).Status);
    }

    public static TheoryData<string> Cuts =>
    [
        "chunk, written", "chunk, not written", "uploaded, written", "uploaded, not written",
        "pool, written", "pool, not written", "answered, written", "answered, not written",
    ];

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task An_upload_that_was_cut_is_done_once_by_the_retry(string cut)
    {
        var campaign = await CampaignAsync("A-1 A-2");
        // More than one append holds.
        var codes = string.Join(' ', Enumerable.Range(0, 40_000).Select(code => $"{code:D60}"));
        var fault = cut.EndsWith("not written", StringComparison.Ordinal) ? AppendFault.ThrowsWithoutCommitting : AppendFault.CommitsAndThrows;
        switch (cut.Split(',')[0])
        {
            case "chunk": two.Faults(campaign).AtNext<StoredCodesChunk>(fault); break;
            case "uploaded": two.Faults(campaign).AtNext<StoredCodesUploaded>(fault); break;
            case "pool": two.Faults(campaign).AtNext<StoredTierRestocked>(fault); break;
            default: two.Faults(campaign).AtNext<StoredUploadAnswered>(fault); break;
        }

        var failed = await UploadAsync(two.First, campaign, "k-1", codes);
        var retried = await UploadAsync(two.Second, campaign, "k-1", codes);

        Assert.True(failed.Status == StockStatus.OutcomeUnknown, cut);
        Assert.Equal((StockStatus.Done, 40_000, 40_002, 40_002), (retried.Status, retried.Added, retried.Stocked, retried.OwnCodes));
        Assert.Single(await two.Reader(campaign).PoolAsync<StoredTierRestocked>());
        Assert.Equal(40_002, (await two.First.Codes(campaign).Count())["Gold"]);
        Assert.Empty(await two.Reader(campaign).PendingAsync());
    }

    [Fact]
    public async Task Another_upload_throws_away_what_was_cut()
    {
        var campaign = await CampaignAsync("A-1 A-2");
        var codes = string.Join(' ', Enumerable.Range(0, 40_000).Select(code => $"{code:D60}"));
        two.Faults(campaign).AtNext<StoredCodesUploaded>(AppendFault.ThrowsWithoutCommitting);
        await UploadAsync(two.First, campaign, "k-1", codes);

        var other = await UploadAsync(two.First, campaign, "k-2", "B-1");

        Assert.Equal(new StockReply(StockStatus.Done, 1, 3, 3, 3), other);
        Assert.Equal("B-1", await two.Second.Codes(campaign).Get("Gold", 3));
    }

    [Fact]
    public async Task What_the_pool_was_not_told_is_told_without_anybody_calling()
    {
        var campaign = await CampaignAsync("A-1 A-2");
        two.Faults(campaign).AtNext<StoredTierRestocked>(AppendFault.ThrowsWithoutCommitting);
        await UploadAsync(two.First, campaign, "k-1", "B-1");
        Assert.Equal([StreamKind.PrizeCodes], await two.Reader(campaign).PendingAsync());

        await two.Second.Codes(campaign).Resume();

        Assert.Equal(3, Assert.Single(await two.First.Pool(campaign).GetStock()).Remaining);
        Assert.Empty(await two.Reader(campaign).PendingAsync());
    }

    [Fact]
    public async Task Codes_are_kept_sealed()
    {
        var campaign = await CampaignAsync("VERY-SECRET-CODE");

        await foreach (var entry in two.Journal.ReadEntriesAsync(StreamNames.PrizeCodes(campaign), 1))
            Assert.DoesNotContain("SECRET", Encoding.UTF8.GetString(entry.Public.Span), StringComparison.Ordinal);
    }

    /// <summary>An active campaign whose tier has one unit for each code.</summary>
    private async Task<CampaignId> CampaignAsync(string codes)
    {
        var campaign = await DraftAsync(codes.Split(' ').Length);
        var uploaded = await UploadAsync(two.First, campaign, "k-0", codes);
        Assert.Equal((StockStatus.Done, null), (uploaded.Status, uploaded.Stocked));
        Assert.Equal(CampaignReplyStatus.Done, (await two.First.Campaign(campaign).Activate()).Status);
        await two.First.Directory.RefreshAsync();
        await two.Second.Directory.RefreshAsync();
        return campaign;
    }

    private async Task<CampaignId> DraftAsync(int quantity, string mode = "odds")
    {
        var draft = await two.First.DraftCampaignAsync(Definitions.Game(
            mode, mode == "deck" ? $""" "deckSize": {quantity}, """ : "",
            $""" "name": "Gold", "quantity": {quantity}, "ownCodes": true{(mode == "odds" ? """, "odds": 1""" : "")} """), $"own-{Guid.NewGuid():N}");
        await two.First.Directory.RefreshAsync();
        return draft;
    }

    private static Task<StockReply> UploadAsync(
        Engine engine, CampaignId campaign, string key, string codes, long? add = null, string tier = "Gold") =>
        engine.Codes(campaign).Upload(new UploadCodesRequest("key", key, tier, add, Encoding.UTF8.GetBytes(codes.Replace(' ', '\n'))));

    private async Task<StockStatus> RestockAsync(CampaignId campaign, string key, long add) =>
        (await two.First.Pool(campaign).Restock(new RestockRequest("key", key, "Gold", add))).Status;

    private Task<VoidWinReply> VoidAsync(CampaignId campaign, string code, bool restock) =>
        two.First.Pool(campaign).VoidWin(new VoidWinRequest("key", code, restock, "fraud"));

    private async Task<string?> WinAsync(CampaignId campaign, string user) => (await two.First.RecordAsync(campaign, user, "e-1")).WinCode();
}
