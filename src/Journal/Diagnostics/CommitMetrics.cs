using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CampaignEngine.Journal.Diagnostics;

/// <summary>What commits cost: a few measurements a commit, not an append. Nothing is measured while nobody listens.</summary>
internal static class CommitMetrics
{
    public const string MeterName = JournalMeter.Name;

    private const string Backend = "journal.backend";

    private static readonly Histogram<int> Appends = JournalMeter.Instance.CreateHistogram(
        "journal.commit.appends", "{append}", "Appends that went out in one commit.", null, Powers<int>(2, 1, 10));
    private static readonly Histogram<long> Bytes = JournalMeter.Instance.CreateHistogram(
        "journal.commit.size", "By", "Bytes of rows in one commit.", null, Powers<long>(4, 256, 8));
    private static readonly Histogram<double> Duration = JournalMeter.Instance.CreateHistogram(
        "journal.commit.duration", "s", "From taking the appends to their being on disk.", null, Powers<double>(2, 0.0001, 18));

    public static bool IsEnabled => Duration.Enabled || Appends.Enabled || Bytes.Enabled;

    /// <param name="start">A <see cref="Stopwatch"/> timestamp, or 0 when nobody listened then.</param>
    public static void Record(string backend, int appends, long bytes, long start)
    {
        if (start == 0) return;
        var tag = new KeyValuePair<string, object?>(Backend, backend);
        Appends.Record(appends, tag);
        Bytes.Record(bytes, tag);
        Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tag);
    }

    private static InstrumentAdvice<T> Powers<T>(int factor, T first, int count)
        where T : struct, System.Numerics.INumber<T>
    {
        var boundaries = new T[count];
        boundaries[0] = first;
        for (var i = 1; i < count; i++) boundaries[i] = boundaries[i - 1] * T.CreateChecked(factor);
        return new InstrumentAdvice<T> { HistogramBucketBoundaries = boundaries };
    }
}
