using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Histories;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Participants;

public sealed class HistoryTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task Everything_that_happened_is_shown_newest_first_and_comes_to_the_total()
    {
        var campaign = await one.CampaignAsync();
        var ann = await one.Engine.ParticipantAsync(campaign, "ann");
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        await one.Engine.RecordAsync(campaign, "ann", "e-0");
        await one.Engine.Pool(campaign).Resume();
        var won = await one.Engine.RecordAsync(campaign, "ann", "e-1", metadata: """{ "amount" : 1.0 }""");
        await ann.SetDisplayName(new SetDisplayNameRequest("Ann", null));
        await ann.AdjustPoints(new AdjustPointsRequest("a-1", true, -30, "Refund", "key-1", null));
        await ann.ChangeExclusion(new ChangeExclusionRequest(true, "Fraud", "key-1", null));
        await ann.ChangeExclusion(new ChangeExclusionRequest(false, "No fraud", "key-1", null));
        await one.Engine.Pool(campaign).VoidWin(new VoidWinRequest("key-1", won.WinCode()!, Restock: false, "Fraud"));

        var page = await HistoryAsync(campaign, before: null, limit: 100);

        Assert.Equal(
            [HistoryKind.WinVoided, HistoryKind.Included, HistoryKind.Excluded, HistoryKind.Adjustment, HistoryKind.Event],
            page.Entries.Select(entry => entry.Kind));
        Assert.Null(page.Next);
        Assert.Equal((await ann.Get())!.TotalPoints, page.Entries.Sum(entry => entry.Points + entry.PrizePoints));
        var recorded = page.Entries[^1].Event!;
        Assert.Equal(("e-1", """{ "amount" : 1.0 }""", won.WinCode()), (recorded.EventId, Encoding.UTF8.GetString(recorded.Metadata!), recorded.Win!.WinCode));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(35)]
    [InlineData(100)]
    public async Task Pages_follow_one_another_without_a_gap(int limit)
    {
        var campaign = await one.CampaignAsync();
        for (var i = 1; i <= 35; i++)
            await one.Engine.RecordAsync(campaign, "ann", $"e-{i}", "visit");

        List<string> ids = [];
        long? next = null;
        do
        {
            var page = await HistoryAsync(campaign, next, limit);
            Assert.True(page.Entries.Count <= limit);
            ids.AddRange(page.Entries.Select(entry => entry.Event!.EventId));
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(Enumerable.Range(1, 35).Reverse().Select(i => $"e-{i}"), ids);
    }

    [Fact]
    public async Task A_page_reads_no_more_than_it_shows()
    {
        var campaign = await one.CampaignAsync();
        for (var i = 1; i <= 50; i++)
            await one.Engine.RecordAsync(campaign, "ann", $"e-{i}", "visit");
        List<long> from = [];
        one.Watched.OnReadEntries = (_, version) =>
        {
            from.Add(version);
            return Task.CompletedTask;
        };

        var page = await HistoryAsync(campaign, before: 31, limit: 3);
        one.Watched.OnReadEntries = null;

        Assert.Equal(["e-30", "e-29", "e-28"], page.Entries.Select(entry => entry.Event!.EventId));
        Assert.Equal([30], from);
        Assert.Equal(28, page.Next);
    }

    [Fact]
    public async Task Nothing_is_shown_from_before_a_blank_entry()
    {
        var campaign = await one.CampaignAsync();
        for (var i = 1; i <= 5; i++)
            await one.Engine.RecordAsync(campaign, "ann", $"e-{i}", "visit");
        await one.Journal.RedactAsync(StreamNames.Participant(campaign, await one.Engine.RefAsync(campaign, "ann")), 3);

        var page = await HistoryAsync(campaign, before: null, limit: 100);

        Assert.Equal(["e-5", "e-4"], page.Entries.Select(entry => entry.Event!.EventId));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Who_has_no_entry_has_no_history()
    {
        var page = await HistoryAsync(await one.CampaignAsync(), before: null, limit: 100);

        Assert.Empty(page.Entries);
        Assert.Null(page.Next);
    }

    private async Task<HistoryPage> HistoryAsync(CampaignId campaign, long? before, int limit) =>
        await one.Engine.Grains.GetGrain<IHistoryGrain>(ParticipantKey.Format(campaign, await one.Engine.RefAsync(campaign, "ann"))).List(before, limit);
}
