using System.Runtime.ExceptionServices;
using CampaignEngine.Journal;
using CampaignEngine.Journal.RocksDb;
using Xunit.Abstractions;

namespace CampaignEngine.Cluster.Tests.Histories;

/// <summary>
/// Random traffic at two engines over one ordered journal, where a pool promises awards that are not durable yet. Each
/// of its pools is behind the other's again and again, so that promises are broken, and every invariant must hold.
/// </summary>
public sealed class OrderedTrafficTests(ITestOutputHelper output)
{
    private static readonly Traffic s_traffic = new(Heavy.Count(light: 1_500, heavy: 18_000));

    [Fact]
    public async Task Invariants_hold_though_promised_awards_are_refused()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var broken = 0;
        EventHandler<FirstChanceExceptionEventArgs> count = (_, thrown) =>
        {
            if (thrown.Exception is PrecedentRefusedException)
                Interlocked.Increment(ref broken);
        };
        var directory = Directory.CreateTempSubdirectory("ordered-traffic-");
        AppDomain.CurrentDomain.FirstChanceException += count;
        try
        {
            await using var journal = RocksDbJournal.Open(new RocksDbJournalOptions { Path = directory.FullName });
            await using var first = await Engine.StartAsync(journal);
            await using var second = await Engine.StartAsync(journal);
            var campaign = await first.CreateOwnCampaignAsync(s_traffic.Definition);
            await second.Directory.RefreshAsync();
            var clients = new Clients(campaign);

            await s_traffic.SendAsync(first, second, campaign, clients, seed);

            var record = await s_traffic.FinishAsync(first, second, campaign, clients, new CampaignReader(journal, first.Codec, campaign));
            output.WriteLine($"{record.Answers.Count} answers, {broken} broken promises, {record.Pool.Count} pool entries");
            Invariants.AssertHold(record, $"seed {seed}");
            Assert.Equal(s_traffic.Units, record.Participants.Sum(participant => participant.Wins.Count()));
            Assert.True(broken > 0, "No promise was broken, so this test has shown nothing.");
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= count;
            directory.Delete(recursive: true);
        }
    }
}
