using System.Collections.Concurrent;
using System.Diagnostics;
using CampaignEngine.Simulation.Tests;

// dotnet run --project tests/Simulation -- [--seed N] [--minutes M | --count N] [--twin NAME]
var options = SimulationOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine("Usage: [--seed N] [--minutes M | --count N] [--twin NoFence|Forgets]");
    return 2;
}

var watch = Stopwatch.StartNew();
var (seeds, answers, unknown, failed) = (0, 0L, 0L, 0);
var counting = new Lock();
Parallel.ForEach(
    Partitioner.Create(options.Seeds(() => watch.Elapsed), EnumerablePartitionerOptions.NoBuffering),
    new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
    seed =>
    {
        var outcome = SimulationRun.Of(seed, options.Twin);
        lock (counting)
        {
            (seeds, answers, unknown) = (seeds + 1, answers + outcome.Answers, unknown + outcome.Unknown);
            if (outcome.Violations.Count == 0)
                return;
            failed++;
            Console.WriteLine(outcome.Report);
        }
    });

Console.WriteLine(
    $"{seeds} seeds from {options.Seed}, {answers} answers, {unknown} of them unknown, {failed} seeds failed, "
    + $"{seeds / watch.Elapsed.TotalMinutes:f0} seeds a minute");
return failed == 0 ? 0 : 1;
