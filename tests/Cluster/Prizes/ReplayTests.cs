using CampaignEngine.Domain.Prizes;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Cluster.Tests.Prizes;

public sealed class ReplayTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    [Fact]
    public async Task All_entries_from_the_first_come_to_what_snapshot_and_tail_come_to()
    {
        var campaign = await two.CampaignAsync(quantity: 600);
        // Each participant gives back and claims again, and keeps the award of every third play.
        await Task.WhenAll(Enumerable.Range(1, 40).Select(async participant =>
        {
            var (lastAward, lastReleased) = (0L, 0L);
            for (var play = 1; play <= 36; play++)
            {
                var claim = new ClaimRequest((UInt128)participant, play / 3 + 1, 0, lastAward, lastReleased);
                var reply = await two.First.Pool(campaign).Claim(claim);
                Assert.Equal(ClaimStatus.Awarded, reply.Status);
                if (play % 3 == 2)
                    lastAward = reply.Award;
                else
                    lastReleased = reply.Award;
            }
        }));

        var stored = await two.Reader(campaign).PoolAsync();
        var entries = stored.Select(PoolStorage.FromStored).ToList();
        Assert.True(entries.Count > 2_048, $"{entries.Count} entries");
        var stream = await two.Journal.ReadAsync(StreamNames.PrizePool(campaign));
        Assert.True(stream.Snapshot!.Version >= 1_024);

        var handle = (await two.First.Directory.FindCampaignAsync(campaign))!;
        var rules = PrizeRules.Of(handle.Campaign, handle.Draw);
        var whole = Fold(new PrizePool(rules), entries);
        var kept = PrizePool.FromState(PoolSnapshots.FromStored(two.First.Codec.Decode<StoredPool>(stream.Snapshot.State)), rules);
        var tail = Fold(kept, entries.Skip((int)stream.Snapshot.Version));

        Assert.Equivalent(whole.ToState(), tail.ToState(), strict: true);
        var tier = Assert.Single(whole.Tiers);
        Assert.Equal(tier.Stocked, tier.Remaining + tier.Open + tier.Awarded);
        foreach (var engine in new[] { two.First, two.Second })
            Assert.Equal(new TierStockView(tier.Name, tier.Stocked, tier.Remaining, tier.Open, tier.Awarded), Assert.Single(await engine.Pool(campaign).GetStock()));
    }

    private static PrizePool Fold(PrizePool pool, IEnumerable<PoolEntry> entries)
    {
        foreach (var entry in entries)
            pool.Apply(entry);
        return pool;
    }
}
