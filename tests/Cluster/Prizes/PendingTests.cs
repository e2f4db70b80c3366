using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;
using Xunit.Abstractions;

namespace CampaignEngine.Cluster.Tests.Prizes;

public sealed class PendingTests(OneEngine one, ITestOutputHelper output) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task A_pool_is_pending_exactly_while_claims_are_open()
    {
        HashSet<bool> seen = [];
        for (var run = 0; run < Heavy.Count(light: 4, heavy: 40); run++)
        {
            var seed = Random.Shared.Next();
            output.WriteLine($"seed {seed}");
            await RunAsync(new Random(seed), $"seed {seed}", seen);
        }

        Assert.Equal(2, seen.Count);
    }

    private async Task RunAsync(Random random, string run, HashSet<bool> seen)
    {
        one.Journal.OnAppend = null;
        var campaign = await one.CampaignAsync(odds: "0.7", quantity: 6);
        for (var step = 0; step < 40; step++)
        {
            switch (random.Next(6))
            {
                case 0:
                    await ResumeAsync(campaign);
                    break;
                case 1:
                    one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
                    break;
                case 2:
                    one.Faults(campaign).AtNext<StoredPrizeAwarded>(
                        random.Next(2) == 0 ? AppendFault.CommitsAndThrows : AppendFault.ThrowsWithoutCommitting);
                    break;
                case 3:
                    one.Faults(campaign).AtNext<StoredClaimVoided>(AppendFault.CommitsAndThrows);
                    break;
                default:
                    await one.Engine.RecordAsync(campaign, $"user-{random.Next(4)}", $"e-{step}");
                    break;
            }

            seen.Add(await CheckAsync(campaign, $"{run}, step {step}"));
        }
    }

    private async Task ResumeAsync(CampaignId campaign)
    {
        try
        {
            await one.Engine.Pool(campaign).Resume();
        }
        catch (Exception)
        {
            // A fault of this test; the mark says whether there is something left to do.
        }
    }

    /// <summary>Reads between two commits of the pool.</summary>
    private async Task<bool> CheckAsync(CampaignId campaign, string when)
    {
        while (true)
        {
            var pool = await one.Reader(campaign).PoolAsync();
            var isPending = (await one.Reader(campaign).PendingAsync()).Contains(StreamKind.PrizePool);
            if ((await one.Reader(campaign).PoolAsync()).Count != pool.Count)
                continue;

            var open = pool.OfType<StoredPrizeAwarded>().Count() - pool.OfType<StoredPrizeAwarded>().Count(awarded => awarded.Closes != 0)
                - pool.OfType<StoredClaimsClosed>().Sum(closed => closed.Awards.Length) - pool.OfType<StoredClaimVoided>().Count();
            Assert.True(isPending == (open > 0), $"{when}: {open} claims are open and the pool is {(isPending ? "" : "not ")}pending");
            return isPending;
        }
    }
}
