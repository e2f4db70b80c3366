namespace CampaignEngine.Hosting.Journals;

public enum JournalProvider
{
    /// <summary>On this machine's disk, for one process.</summary>
    RocksDb,

    /// <summary>In an Azure Storage account, for any number of processes.</summary>
    AzureTables,

    /// <summary>Gone when the process ends; for tests and trying things out.</summary>
    Memory,
}
