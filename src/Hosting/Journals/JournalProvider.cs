namespace CampaignEngine.Hosting.Journals;

public enum JournalProvider
{
    /// <summary>On this machine's disk, for one process.</summary>
    RocksDb,

    /// <summary>Gone when the process ends; for tests and trying things out.</summary>
    Memory,
}
