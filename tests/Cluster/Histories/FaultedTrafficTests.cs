using CampaignEngine.Domain.Campaigns;
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
    private const int Workers = 12;

    private static readonly int s_events = Heavy.Count(light: 1_500, heavy: 18_000);
    private static readonly int s_users = s_events / 100;
    private static readonly int s_units = s_events / 40;

    private static readonly string s_definition = Definitions.InstantWin(odds: "0.3", s_units, more: """
        "maxPlays": [ { "times": 60, "per": "day" } ], "maxWinsPerUser": 9, "whenPlaysExceeded": "reject",
        """);

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
        var campaign = await first.CreateOwnCampaignAsync(s_definition);
        await second.Directory.RefreshAsync();
        var clients = new Clients(campaign);
        var faults = new RandomFaults(seed);
        faults.Start(journal, watched);

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker =>
            WorkAsync(worker % 2 == 0 ? first : second, campaign, clients, new Random(seed + worker))));

        await RandomFaults.HealAsync(journal, watched);
        await clients.AskForUnknownAsync(first);
        await SellOutAsync(first, second, campaign, clients);
        var reader = new CampaignReader(journal, first.Codec, campaign);
        await Eventually.Holds(async () =>
        {
            await first.Pool(campaign).Resume();
            return (await reader.PendingAsync()).Count == 0;
        }, "no work is left");

        var users = clients.Answers.Select(answer => answer.User).Distinct();
        var record = await CampaignRecord.TakeAsync(second, reader, campaign, s_definition, users, clients.Answers);
        output.WriteLine($"{record.Answers.Count} answers, {record.Answers.Count(answer => answer.IsUnknown)} unknown, "
            + $"{watched.Conflicts.Count} conflicts, {watched.LateWrites.Count} late writes, {record.Pool.Count} pool entries");
        Invariants.AssertHold(record, $"seed {seed}");
        Assert.Equal(s_units, record.Participants.Sum(participant => participant.Wins.Count()));
        Assert.Contains(record.Answers, answer => answer.IsUnknown);
    }

    private static async Task WorkAsync(Engine engine, CampaignId campaign, Clients clients, Random random)
    {
        for (var i = 0; i < s_events / Workers; i++)
        {
            // Few ids for each user, so that many requests are repeats; some with another body.
            var user = $"user-{random.Next(s_users)}";
            var body = random.Next(20) == 0 ? "other" : "same";
            await clients.SendAsync(engine, user, $"e-{random.Next(s_events / s_users)}", body);
            if (random.Next(100) == 0)
                await ResumeAsync(engine, campaign);
        }
    }

    /// <summary>I10: with nothing going wrong, whoever plays wins as long as a unit is free.</summary>
    private static async Task SellOutAsync(Engine first, Engine second, CampaignId campaign, Clients clients)
    {
        await first.Pool(campaign).Resume();
        for (var i = 0; Assert.Single(await second.Pool(campaign).GetStock()).Remaining > 0; i++)
        {
            Assert.True(i < 50 * s_units, "Units are left and nobody wins them.");
            await clients.SendAsync(i % 2 == 0 ? first : second, $"late-{i}", "e-1", "same");
        }
    }

    private static async Task ResumeAsync(Engine engine, CampaignId campaign)
    {
        try
        {
            await engine.Pool(campaign).Resume();
        }
        catch (Exception)
        {
            // Pending work is asked for again until it is done.
        }
    }
}
