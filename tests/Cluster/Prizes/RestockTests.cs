using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Prizes;

public sealed class RestockTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    private static readonly RestockRequest Five = new("key", "k-1", "Gold", 5);

    [Fact]
    public async Task A_restock_is_done_once_and_answers_the_same()
    {
        var campaign = await two.CampaignAsync(quantity: 2);
        await two.First.RecordAsync(campaign, "ann", "e-1");

        var first = await two.First.Pool(campaign).Restock(Five);
        await two.First.RecordAsync(campaign, "bob", "e-1");
        var again = await two.First.Pool(campaign).Restock(Five);
        var elsewhere = await two.Second.Pool(campaign).Restock(Five);

        Assert.Equal(new StockReply(StockStatus.Done, Added: 5, Stocked: 7, Remaining: 6), first);
        Assert.Equal(first with { Replayed = true }, again);
        Assert.Equal(again, elsewhere);
        Assert.Equal((7, 5), await StockedAndRemainingAsync(campaign));
        Assert.Equal("""stock_added {"tier":"Gold","add":5}""", Assert.Single(await AuditsAsync(two.First, campaign)));
    }

    [Fact]
    public async Task Two_at_once_are_done_once()
    {
        var campaign = await two.CampaignAsync(quantity: 2);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => RetryAsync(i % 2 == 0 ? two.First : two.Second, campaign, Five)));

        Assert.All(replies, reply => Assert.Equal((5, 7, 7), (reply.Added, reply.Stocked, reply.Remaining)));
        Assert.Single(replies, reply => !reply.Replayed);
        Assert.Single(await two.Reader(campaign).PoolAsync<StoredTierRestocked>());
    }

    [Fact]
    public async Task Another_request_with_the_same_key_changes_nothing()
    {
        var campaign = await two.CampaignAsync(quantity: 2);
        await two.First.Pool(campaign).Restock(Five);

        var reply = await two.First.Pool(campaign).Restock(Five with { Add = 6 });

        Assert.Equal(StockStatus.KeyReused, reply.Status);
        Assert.Equal((7, 7), await StockedAndRemainingAsync(campaign));
    }

    [Theory]
    [InlineData("throws without committing")]
    [InlineData("commits and throws")]
    public async Task A_retry_tells_what_became_of_it(string fault)
    {
        var campaign = await two.CampaignAsync(quantity: 2);
        await two.First.RecordAsync(campaign, "ann", "e-1");
        two.Faults(campaign).AtNext<StoredTierRestocked>(
            fault == "commits and throws" ? AppendFault.CommitsAndThrows : AppendFault.ThrowsWithoutCommitting);

        var failed = await two.First.Pool(campaign).Restock(Five);
        var retried = await two.First.Pool(campaign).Restock(Five);

        Assert.Equal(StockStatus.OutcomeUnknown, failed.Status);
        Assert.Equal((StockStatus.Done, 5, 7), (retried.Status, retried.Added, retried.Stocked));
        Assert.Single(await two.Reader(campaign).PoolAsync<StoredTierRestocked>());
    }

    [Fact]
    public async Task What_is_refused_is_neither_kept_nor_audited()
    {
        var campaign = await two.CampaignAsync(quantity: 2);
        var deck = await two.First.CreateOwnCampaignAsync(Definitions.Deck(4, 2));
        var draft = await two.First.DraftCampaignAsync(Definitions.InstantWin("1", 1), $"draft-{Guid.NewGuid():N}");
        var ended = await two.First.CreateOwnCampaignAsync(Definitions.InstantWin("1", 1));
        await two.First.Campaign(ended).End();

        Assert.Equal(StockStatus.TierNotFound, await StatusAsync(campaign, Five with { Tier = "Lead" }));
        Assert.Equal(StockStatus.StockTooLarge, await StatusAsync(campaign, Five with { Add = 10_000_000 }));
        Assert.Equal(StockStatus.StockFixed, await StatusAsync(deck, Five));
        Assert.Equal(StockStatus.CampaignIsDraft, await StatusAsync(draft, Five));
        Assert.Equal(StockStatus.CampaignEnded, await StatusAsync(ended, Five));
        foreach (var one in new[] { campaign, deck, draft, ended })
        {
            Assert.Empty(await two.Reader(one).PoolAsync<StoredTierRestocked>());
            Assert.Empty(await AuditsAsync(two.First, one));
        }
    }

    [Fact]
    public async Task A_tier_runs_low_once_until_units_are_added()
    {
        var campaign = await two.CampaignAsync(quantity: 11);
        await WinAsync(campaign, 11);
        await two.First.Pool(campaign).Restock(Five);
        await WinAsync(campaign, 5);

        Assert.Equal([(11, 1), (16, 1)], (await two.Reader(campaign).PoolAsync<StoredTierRanLow>()).Select(low => (low.Stocked, low.Remaining)));
    }

    /// <summary>What the management did to the campaign's stock.</summary>
    internal static async Task<List<string>> AuditsAsync(Engine engine, CampaignId campaign) =>
    [
        .. (await engine.Grains.GetGrain<IAuditGrain>(CampaignKey.Format(campaign)).Read(null, 100))
            .Where(record => record.Action.Actor == "key")
            .Select(record => $"{record.Action.Action} {System.Text.Encoding.UTF8.GetString(record.Action.Detail)}"),
    ];

    private async Task WinAsync(CampaignId campaign, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.NotNull((await two.First.RecordAsync(campaign, $"user-{Guid.NewGuid():N}", "e-1")).WinCode());
    }

    private async Task<StockStatus> StatusAsync(CampaignId campaign, RestockRequest request) => (await two.First.Pool(campaign).Restock(request)).Status;

    private async Task<(long Stocked, long Remaining)> StockedAndRemainingAsync(CampaignId campaign)
    {
        var stock = Assert.Single(await two.Second.Pool(campaign).GetStock());
        return (stock.Stocked, stock.Remaining);
    }

    private static async Task<StockReply> RetryAsync(Engine engine, CampaignId campaign, RestockRequest request)
    {
        for (var attempt = 1; ; attempt++)
        {
            var reply = await engine.Pool(campaign).Restock(request);
            if (reply.Status != StockStatus.Unavailable)
                return reply;
            Assert.True(attempt < 50, "The pools keep each other from working.");
        }
    }
}
