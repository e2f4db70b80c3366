using System.Diagnostics;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>An engine under load and faults, from its start to the verdict.</summary>
internal static class FaultRun
{
    private const int Codes = 10_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_boardPatience = TimeSpan.FromSeconds(60);

    public static async Task<RunReport> RunAsync(HarnessOptions options, TextWriter output)
    {
        output.WriteLine($"Seed {options.Seed}, faults {string.Join(',', options.Faults)}.");
        await using var engine = await EmbeddedEngine.StartAsync(onOwnDisk: options.Faults.Contains(HarnessOptions.Disk));
        await using var proxy = new CuttingProxy(engine.Gateway.Address);

        var history = new History();
        var address = options.Faults.Contains(HarnessOptions.Cut) ? proxy.Address : engine.Gateway.Address;
        using var client = new CampaignClient(address, s_patience);
        using var traffic = new EventTraffic([address], history, options.Workers, options.Seed);
        using var codes = new CodeTraffic(client, await client.GenerateAsync(Codes), history, options.Seed);
        using var restocking = new Restocking(client, history);
        traffic.Start();
        codes.Start();
        restocking.Start();
        var schedules = await InjectAsync(options, engine, proxy, history);
        await engine.Gateway.ReadyAsync();
        output.WriteLine("The faults are over: what nobody knows is sent again.");
        await Task.WhenAll(traffic.StopAsync(), codes.StopAsync(), restocking.StopAsync());

        await traffic.AskForUnknownAsync();
        await codes.AskForUnknownAsync();
        output.WriteLine("Everything is known: the rest is sold out, and the engine stopped.");
        var soldOut = await SellOut.RunAsync(client, traffic);
        var views = await traffic.ViewsAsync();
        var board = await BoardAsync(client, views);
        await using var evidence = await engine.StopAsync();
        var record = await evidence.TakeAsync(FaultCampaign.Slug, FaultCampaign.Definition, views, history.Answers);
        record = record with { Redemptions = codes.Redemptions, Board = board };
        var kept = record.Participants.Sum(participant => participant.Entries.Count);
        return new RunReport(
            [
                $"Faults: {string.Join(", ", schedules.SelectMany(schedule => schedule.Counts).Select(fault => $"{fault.Value} × {fault.Key}"))}",
                history.Describe(),
                $"{codes.Describe()}; units were added {restocking.Times} times",
                $"Journal: {kept:n0} entries of {record.Participants.Count} participants, {record.Pool.Count:n0} of the pool",
            ],
            [.. Invariants.Violations(record), .. soldOut, .. history.Violations],
            kept);
    }

    private static async Task<FaultSchedule[]> InjectAsync(
        HarnessOptions options, EmbeddedEngine engine, CuttingProxy proxy, History history)
    {
        var process = new FaultSchedule(new Random(options.Seed), options.LongestCalm);
        var network = new FaultSchedule(new Random(~options.Seed), options.LongestCalm);
        await Task.WhenAll(
            process.RunAsync(Faults.OfProcess(options, engine.Gateway, engine.Disk, history), options.Duration, options.Kills, Look),
            options.Kills is null ? network.RunAsync(Faults.OfNetwork(options, proxy), options.Duration) : Task.CompletedTask);
        return [process, network];

        void Look()
        {
            if (!engine.Gateway.HasExited)
                return;
            history.AddViolation($"Process: it ended by itself:{Environment.NewLine}{engine.LastWords}");
            engine.Gateway.Start();
        }
    }

    /// <summary>The board is at most a second behind: it is asked until it says what GET says, or for too long.</summary>
    private static async Task<IReadOnlyList<(string User, ServedTotals Totals)>> BoardAsync(
        CampaignClient client, IReadOnlyDictionary<string, ServedTotals?> views)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(250))
        {
            var board = await client.BoardAsync();
            if (board.All(place => views.GetValueOrDefault(place.User) == place.Totals) || watch.Elapsed > s_boardPatience)
                return board;
        }
    }
}
