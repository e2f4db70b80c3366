namespace CampaignEngine.Journal.RocksDb;

/// <summary>
/// RocksDB keeps logs that it no longer needs and writes them over later. Until then they still hold what was redacted
/// since, and look like work for the next start.
/// </summary>
internal static class RecycledLogs
{
    /// <summary>
    /// Empties all logs but the newest. Only for a thread that nobody can write beside, right after a flush: then the
    /// newest log is the only one that is needed.
    /// </summary>
    public static void Empty(string database)
    {
        var logs = Directory.GetFiles(database, "*.log");
        // RocksDB pads their numbers, so they sort as texts.
        Array.Sort(logs, StringComparer.Ordinal);
        foreach (var log in logs.AsSpan()[..Math.Max(0, logs.Length - 1)])
        {
            using var file = new FileStream(log, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length == 0) continue;
            file.SetLength(0);
            file.Flush(flushToDisk: true);
        }
    }
}
