namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>An engine under load and faults, from its start to the verdict.</summary>
internal static class FaultRun
{
    private static readonly TimeSpan s_longestCalm = TimeSpan.FromSeconds(2);

    public static async Task<RunReport> RunAsync(HarnessOptions options, TextWriter output)
    {
        output.WriteLine($"seed {options.Seed}, faults {string.Join(',', options.Faults)}");
        await using var engine = new EmbeddedEngine();
        await engine.Gateway.StartAndWaitAsync();

        var history = new History();
        using var traffic = new EventTraffic([engine.Gateway.Address], history, options.Workers, options.Seed);
        var schedule = new FaultSchedule(new Random(options.Seed), s_longestCalm);
        traffic.Start();
        await schedule.RunAsync([new KillFault(engine.Gateway)], options.Duration, options.Kills);
        await engine.Gateway.ReadyAsync();
        await traffic.StopAsync();

        await traffic.AskForUnknownAsync();
        var views = await traffic.ViewsAsync();
        await using var evidence = await engine.StopAsync();
        var record = await evidence.TakeAsync(FaultCampaign.Slug, FaultCampaign.Definition, views, history.Answers);
        return new RunReport(
            [string.Join(", ", schedule.Counts.Select(fault => $"{fault.Value} × {fault.Key}")), history.Describe()],
            [.. Invariants.Violations(record), .. history.Unexpected]);
    }
}
