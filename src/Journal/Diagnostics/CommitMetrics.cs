using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CampaignEngine.Journal.Diagnostics;

/// <summary>What commits cost. Nothing is measured while nobody listens.</summary>
internal static class CommitMetrics
{
    public const string MeterName = "CampaignEngine.Journal";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<int> Appends =
        Meter.CreateHistogram<int>("journal.commit.appends", "{append}", "Appends that went out in one commit.");
    private static readonly Histogram<long> Bytes =
        Meter.CreateHistogram<long>("journal.commit.size", "By", "Bytes of rows in one commit.");
    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("journal.commit.duration", "s", "From taking the appends to their being on disk.");

    public static bool IsEnabled => Duration.Enabled || Appends.Enabled || Bytes.Enabled;

    /// <param name="start">A <see cref="Stopwatch"/> timestamp, or 0 when nobody listened then.</param>
    public static void Record(string backend, int appends, long bytes, long start)
    {
        if (start == 0) return;
        var tag = new KeyValuePair<string, object?>("journal.backend", backend);
        Appends.Record(appends, tag);
        Bytes.Record(bytes, tag);
        Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tag);
    }
}
