using System.Net;
using Xunit.Abstractions;

namespace CampaignEngine.Processes.Tests;

/// <summary>Real processes on a real emulator under load, and what happens to them. After each of it every invariant holds.</summary>
public sealed partial class ClusterTests(ClusterFixture fixture, ITestOutputHelper output) : IClassFixture<ClusterFixture>
{
    private static readonly TimeSpan s_before = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan s_after = TimeSpan.FromSeconds(25);

    private EngineCluster Cluster => fixture.Cluster;

    [AzuriteFact]
    public async Task Requests_succeed_again_within_15_s_of_kill_9_of_the_silo_that_owns_the_pool()
    {
        using var load = await StartAsync(ClusterFixture.Kill);
        await using var evidence = await Evidence.OpenAsync(Cluster);
        var owner = await PoolOwner.FindAsync(Cluster, (await evidence.FindAsync(ClusterFixture.Kill))!.Id);

        await owner.KillAsync();
        var killed = load.Now;
        await Task.Delay(s_after);
        await owner.StartAndWaitAsync();
        await load.StopAsync();

        var again = SucceedsAgain(load, killed);
        output.WriteLine($"99.9 % of requests succeed {again.TotalSeconds:0.0} s after the kill; {Describe(load)}");
        await AssertInvariantsAsync(evidence, ClusterFixture.Kill, load);
        Assert.InRange(again, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [AzuriteFact]
    public async Task A_rolling_restart_of_all_silos_fails_fewer_than_1_in_1000_requests_and_says_when_to_come_again()
    {
        using var load = await StartAsync(ClusterFixture.Rolling);
        foreach (var silo in Cluster.Silos)
        {
            Assert.Equal(0, await silo.TerminateAsync());
            await silo.StartAndWaitAsync();
            await Task.Delay(TimeSpan.FromSeconds(3));
        }

        await load.StopAsync();

        var failed = load.Attempts.Where(attempt => !attempt.Succeeded).ToList();
        output.WriteLine($"{failed.Count} of {load.Attempts.Count} requests failed; {Describe(load)}");
        await using var evidence = await Evidence.OpenAsync(Cluster);
        await AssertInvariantsAsync(evidence, ClusterFixture.Rolling, load);
        Assert.All(failed, attempt => Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (attempt.Status, attempt.HasRetryAfter)));
        Assert.True(failed.Count * 1000 < load.Attempts.Count, $"{failed.Count} of {load.Attempts.Count} requests failed.");
        // The gateways have lost every silo that they knew, and found all the new ones.
        Assert.All(Cluster.Gateways, gateway => Assert.True(gateway.IsReadyAsync().Result));
    }

    [AzuriteFact]
    public async Task Storage_that_is_away_for_20_s_loses_nothing()
    {
        using var load = await StartAsync(ClusterFixture.Outage);

        await Cluster.Azurite.StopAsync();
        var stopped = load.Now;
        await Task.Delay(TimeSpan.FromSeconds(20));
        await Cluster.Azurite.StartAgainAsync();
        var started = load.Now;
        await Task.Delay(s_after);
        await load.StopAsync();

        output.WriteLine($"99.9 % of requests succeed {SucceedsAgain(load, started).TotalSeconds:0.0} s after storage is back; {Describe(load)}");
        var during = load.Attempts.Where(attempt => attempt.Sent > stopped && attempt.Sent < started && attempt.Status is not null).ToList();
        Assert.Contains(during, attempt => attempt.Status == HttpStatusCode.ServiceUnavailable);
        Assert.All(during.Where(attempt => !attempt.Succeeded), attempt => Assert.True(attempt.HasRetryAfter));
        foreach (var member in Cluster.Silos.Concat(Cluster.Gateways))
            await member.ReadyAsync();
        await using var evidence = await Evidence.OpenAsync(Cluster);
        await AssertInvariantsAsync(evidence, ClusterFixture.Outage, load);
    }

    [AzuriteFact]
    public async Task A_second_cluster_in_the_account_does_not_see_the_first()
    {
        await using var second = await EngineCluster.StartAsync(
            fixture.Azurite, "Two", silos: 1, gateways: 1, new Dictionary<string, string> { ["other"] = Load.Definition });
        using var client = new EventClient();
        var gateway = second.Gateways[0].Address;

        var own = await client.PostAsync(gateway, "other", "ann", "e-1", "same", default);
        var others = await client.PostAsync(gateway, ClusterFixture.Kill, "ann", "e-1", "same", default);

        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Equal(HttpStatusCode.NotFound, others.Status);
        await using var evidence = await Evidence.OpenAsync(Cluster);
        Assert.Null(await evidence.FindAsync("other"));
    }

    private async Task<Load> StartAsync(string campaign)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var load = new Load(Cluster, campaign, seed);
        load.Start();
        await Task.Delay(s_before);
        return load;
    }

    private async Task AssertInvariantsAsync(Evidence evidence, string campaign, Load load)
    {
        var record = await evidence.TakeAsync(Cluster, campaign, load);
        Invariants.AssertHold(record, campaign);
        Assert.NotEmpty(record.Participants.SelectMany(participant => participant.Wins));
    }

    /// <summary>The earliest time after something happened from which on 99.9 % of all requests succeeded.</summary>
    private static TimeSpan SucceedsAgain(Load load, TimeSpan happened)
    {
        var (failed, total) = (0, 0);
        var again = load.Now;
        foreach (var attempt in load.Attempts.Where(attempt => attempt.Sent >= happened).OrderByDescending(attempt => attempt.Sent))
        {
            total++;
            failed += attempt.Succeeded ? 0 : 1;
            if (failed * 1000 <= total)
                again = attempt.Sent;
        }

        return again - happened;
    }

    private static string Describe(Load load) => string.Join(", ", load.Attempts
        .GroupBy(attempt => attempt.Status is { } status ? $"{(int)status}" : "no answer")
        .OrderBy(group => group.Key).Select(group => $"{group.Count()} × {group.Key}"));
}
