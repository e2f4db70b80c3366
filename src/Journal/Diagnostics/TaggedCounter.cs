using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CampaignEngine.Journal.Diagnostics;

/// <summary>
/// A counter with one tag that adds up in place and is read only when somebody collects, so that counting is one
/// interlocked addition whoever listens. Values named at the start are shown as 0, so that an alarm sees the first rise.
/// </summary>
public sealed class TaggedCounter
{
    private readonly ConcurrentDictionary<string, Series> _series = new();
    private readonly string _tag;

    /// <param name="tag">The name of the tag. Its values must come from a fixed set: each is kept for ever.</param>
    public TaggedCounter(Meter meter, string name, string unit, string description, string tag, params ReadOnlySpan<string> values)
    {
        _tag = tag;
        foreach (var value in values) Of(value);
        meter.CreateObservableCounter(name, Observe, unit, description);
    }

    /// <summary>What is counted for one value of the tag; to be kept by whoever counts often.</summary>
    public Series Of(string value) => _series.GetOrAdd(value, static (value, tag) => new Series(tag, value), _tag);

    private IEnumerable<Measurement<long>> Observe() => _series.Values.Select(series => series.Measure());

    public sealed class Series
    {
        private readonly KeyValuePair<string, object?>[] _tags;
        private long _count;

        internal Series(string tag, string value) => _tags = [new(tag, value)];

        public void Add(long count = 1) => Interlocked.Add(ref _count, count);

        internal Measurement<long> Measure() => new(Interlocked.Read(ref _count), _tags);
    }
}
