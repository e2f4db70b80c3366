namespace CampaignEngine.Journal.RocksDb;

public sealed class RocksDbJournalOptions
{
    /// <summary>The journal's directory; made when missing. One process at a time may have it open.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// Called once, on the committer's thread, after a write failed and every waiting caller was told. The host ends the
    /// process with an exit code other than zero; only the next start can read what is really on disk.
    /// </summary>
    public Action<Exception>? OnFatal { get; init; }

    /// <summary>How long opening may take: some damaged files make RocksDB spin for ever.</summary>
    public TimeSpan OpenTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets the sentence that says so when opening takes too long; the default prints it and kills the process.</summary>
    public Action<string> OnOpenTimeout { get; init; } = OpeningWatchdog.KillProcess;

    /// <summary>Bytes of unsorted rows in memory. They are what the next start after a crash has to replay.</summary>
    public ulong WriteBufferBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Bytes of read blocks in memory.</summary>
    public ulong BlockCacheBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>For tests: runs on the committer's thread before each write; what it throws counts as a write error.</summary>
    internal Action? BeforeWrite { get; init; }
}
