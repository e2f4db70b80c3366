using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CampaignEngine.Journal.Diagnostics;

/// <summary>How much waits for the next commit, asked for only when somebody collects.</summary>
internal static class QueueMetrics
{
    private static readonly ConcurrentDictionary<Watched, byte> Queues = new();

    static QueueMetrics() => JournalMeter.Instance.CreateObservableGauge(
        "journal.commit.queue", Observe, "{append}", "Appends that wait for the next commit.");

    /// <param name="length">Called on any thread while others add and take.</param>
    /// <returns>Ends the watching.</returns>
    public static IDisposable Watch(string backend, Func<int> length)
    {
        var watched = new Watched(backend, length);
        Queues.TryAdd(watched, 0);
        return watched;
    }

    private static IEnumerable<Measurement<long>> Observe() => Queues.Keys
        .GroupBy(queue => queue.Backend)
        .Select(queues => new Measurement<long>(
            queues.Sum(queue => (long)queue.Length()), new KeyValuePair<string, object?>("journal.backend", queues.Key)));

    private sealed class Watched(string backend, Func<int> length) : IDisposable
    {
        public string Backend => backend;

        public Func<int> Length => length;

        public void Dispose() => Queues.TryRemove(this, out _);
    }
}
