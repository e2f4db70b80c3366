using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;
using Xunit.Abstractions;

namespace CampaignEngine.Cluster.Tests.Histories;

/// <summary>
/// Random traffic at two engines over one journal that fails at random; then faults stop, unknown outcomes are asked
/// for again, pending work is done, and every invariant must hold.
/// </summary>
public sealed class FaultedTrafficTests(ITestOutputHelper output)
{
    private static readonly Traffic s_traffic = new(Heavy.Count(light: 1_500, heavy: 18_000));

    [Fact]
    public Task Invariants_hold_after_random_faults() => RunAsync(Random.Shared.Next());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Invariants_hold_after_these_faults(int seed) => RunAsync(seed);

    private async Task RunAsync(int seed)
    {
        output.WriteLine($"seed {seed}");
        var watched = new WatchedJournal(new MemoryJournal());
        var journal = new FaultyJournal(watched);
        await using var first = await Engine.StartAsync(journal);
        await using var second = await Engine.StartAsync(journal);
        var campaign = await first.CreateOwnCampaignAsync(s_traffic.Definition);
        await second.Directory.RefreshAsync();
        var clients = new Clients(campaign);
        var faults = new RandomFaults(seed);
        faults.Start(journal, watched);

        await s_traffic.SendAsync(first, second, campaign, clients, seed);

        await RandomFaults.HealAsync(journal, watched);
        var record = await s_traffic.FinishAsync(first, second, campaign, clients, new CampaignReader(journal, first.Codec, campaign));
        output.WriteLine($"{record.Answers.Count} answers, {record.Answers.Count(answer => answer.IsUnknown)} unknown, "
            + $"{watched.Conflicts.Count} conflicts, {watched.LateWrites.Count} late writes, {record.Pool.Count} pool entries");
        Invariants.AssertHold(record, $"seed {seed}");
        Assert.Equal(s_traffic.Units, record.Participants.Sum(participant => participant.Wins.Count()));
        Assert.Contains(record.Answers, answer => answer.IsUnknown);
    }
}
