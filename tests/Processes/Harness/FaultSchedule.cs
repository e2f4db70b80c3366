using System.Collections.Concurrent;
using System.Diagnostics;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>Injects one fault after another until the time is up; a seed gives the same order and the same pauses between.</summary>
internal sealed class FaultSchedule(Random random, TimeSpan longestCalm)
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <param name="look">Runs before each fault.</param>
    public async Task RunAsync(IReadOnlyList<IFault> faults, TimeSpan duration, int? times = null, Action? look = null)
    {
        var watch = Stopwatch.StartNew();
        for (var done = 0; times is { } most ? done < most : watch.Elapsed < duration; done++)
        {
            await Task.Delay(longestCalm * random.NextDouble());
            if (faults.Count == 0)
                continue;
            look?.Invoke();
            var fault = faults[random.Next(faults.Count)];
            await fault.InjectAsync(random);
            _counts.AddOrUpdate(fault.Name, 1, (_, count) => count + 1);
        }
    }
}
