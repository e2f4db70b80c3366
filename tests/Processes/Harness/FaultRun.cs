using System.Diagnostics;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>An engine under load and faults, from its start to the verdict.</summary>
internal static class FaultRun
{
    private const int Codes = 10_000;

    private static readonly TimeSpan s_longestCalm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_boardPatience = TimeSpan.FromSeconds(15);

    public static async Task<RunReport> RunAsync(HarnessOptions options, TextWriter output)
    {
        output.WriteLine($"seed {options.Seed}, faults {string.Join(',', options.Faults)}");
        await using var engine = new EmbeddedEngine();
        await engine.Gateway.StartAndWaitAsync();

        var history = new History();
        using var client = new CampaignClient(engine.Gateway.Address, s_patience);
        using var traffic = new EventTraffic([engine.Gateway.Address], history, options.Workers, options.Seed);
        using var codes = new CodeTraffic(client, await client.GenerateAsync(Codes), history, options.Seed);
        using var restocking = new Restocking(client);
        var schedule = new FaultSchedule(new Random(options.Seed), s_longestCalm);
        traffic.Start();
        codes.Start();
        restocking.Start();
        await schedule.RunAsync([new KillFault(engine.Gateway)], options.Duration, options.Kills);
        await engine.Gateway.ReadyAsync();
        await Task.WhenAll(traffic.StopAsync(), codes.StopAsync(), restocking.StopAsync());

        await traffic.AskForUnknownAsync();
        await codes.AskForUnknownAsync();
        var soldOut = await SellOut.RunAsync(client, traffic);
        var views = await traffic.ViewsAsync();
        var board = await BoardAsync(client, views);
        await using var evidence = await engine.StopAsync();
        var record = await evidence.TakeAsync(FaultCampaign.Slug, FaultCampaign.Definition, views, history.Answers);
        record = record with { Redemptions = codes.Redemptions, Board = board };
        return new RunReport(
            [
                $"Faults: {string.Join(", ", schedule.Counts.Select(fault => $"{fault.Value} × {fault.Key}"))}",
                history.Describe(),
                $"{codes.Describe()}; {restocking.Times} times units were added",
                $"Journal: {record.Participants.Sum(participant => participant.Entries.Count):n0} entries of {record.Participants.Count} participants, {record.Pool.Count:n0} of the pool",
            ],
            [.. Invariants.Violations(record), .. soldOut, .. history.Unexpected]);
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
