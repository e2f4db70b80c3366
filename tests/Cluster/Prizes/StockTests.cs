using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Cluster.Tests.Prizes;

public sealed class StockTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task Nothing_is_shown_that_is_not_kept()
    {
        var campaign = await one.CampaignAsync(quantity: 2_000);
        var claiming = Task.WhenAll(Enumerable.Range(0, 64).Select(async user =>
        {
            for (var i = 0; i < 20; i++)
                await one.Engine.RecordAsync(campaign, $"user-{user}", $"e-{i}");
        }));

        while (!claiming.IsCompleted)
        {
            var shown = Assert.Single(await one.Engine.Pool(campaign).GetStock());
            var kept = (await one.Reader(campaign).PoolAsync<StoredPrizeAwarded>()).Count;
            Assert.True(shown.Open + shown.Awarded <= kept, $"{shown.Open + shown.Awarded} awards are shown and {kept} are kept.");
        }

        await claiming;
    }

    [Fact]
    public async Task A_thousand_users_at_once_get_ten_units_and_ten_codes()
    {
        var campaign = await one.CampaignAsync(odds: "1", quantity: 10);

        var replies = await Task.WhenAll(Enumerable.Range(0, 1000).Select(
            user => one.Engine.RecordAsync(campaign, $"user-{user}", "e-1")));

        Assert.All(replies, reply => Assert.Equal(RecordEventStatus.Recorded, reply.Status));
        var codes = replies.Select(reply => reply.WinCode()).OfType<string>().ToList();
        Assert.Equal(10, codes.Count);
        Assert.Equal(10, codes.Distinct().Count());

        var pool = await one.Reader(campaign).PoolAsync();
        Assert.Equal(10, Assert.Single(Assert.IsType<StoredPoolOpened>(pool[0]).Tiers).Stocked);
        Assert.Equal(Enumerable.Range(1, 10).Select(n => (long)n), pool.OfType<StoredPrizeAwarded>().Select(awarded => awarded.Award));
        Assert.Empty(pool.OfType<StoredClaimVoided>());
        var participants = await one.Reader(campaign).ParticipantsAsync();
        Assert.Equal(1000, participants.Count);
        Assert.All(participants, participant => Assert.Single(participant.Entries));
        var wins = participants.SelectMany(participant => participant.Wins).ToList();
        Assert.Equal(codes.Order(), wins.Select(win => win.WinCode).Order());
        Assert.Equal(Enumerable.Range(1, 10).Select(n => (long)n), wins.Select(win => win.Award).Order());

        var stock = Assert.Single(await one.Engine.Pool(campaign).GetStock());
        Assert.Equal((10L, 0L, 10L), (stock.Stocked, stock.Remaining, stock.Open + stock.Awarded));
        await Eventually.Holds(
            async () => Assert.Single(await one.Engine.Pool(campaign).GetStock()).Awarded == 10, "all claims are closed");
        await Eventually.Holds(async () => (await one.Reader(campaign).PendingAsync()).Count == 0, "no work is left");
    }

    [Fact]
    public async Task Every_win_is_confirmed()
    {
        var campaign = await one.CampaignAsync();
        for (var play = 1; play <= 3; play++)
            await one.Engine.RecordAsync(campaign, "ann", $"e-{play}");

        await Eventually.Holds(
            async () => Assert.Single(await one.Engine.Pool(campaign).GetStock()) is { Awarded: 3, Open: 0 }, "all claims are closed");
    }
}
