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
        foreach (var log in Find(database).SkipLast(1)) Empty(new FileInfo(log));
    }

    /// <summary>The logs, oldest first. RocksDB pads their numbers to six digits, and they may have more.</summary>
    public static IEnumerable<string> Find(string database) =>
        Directory.GetFiles(database, "*.log").OrderBy(log => log.Length).ThenBy(log => log, StringComparer.Ordinal);

    private static void Empty(FileInfo log)
    {
        if (log is not { Exists: true, Length: > 0 }) return;
        try
        {
            using var file = log.Open(FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            file.SetLength(0);
            file.Flush(flushToDisk: true);
        }
        catch (FileNotFoundException)
        {
            // RocksDB itself deletes what it has too many of, on a thread of its own.
        }
    }
}
