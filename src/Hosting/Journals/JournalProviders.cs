using CampaignEngine.Journal;
using CampaignEngine.Journal.AzureTables;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Hosting.Journals;

internal static class JournalProviders
{
    /// <exception cref="JournalOpenException">It cannot be opened; the message says why.</exception>
    public static async Task<IJournal> OpenAsync(JournalOptions options, Action<Exception> onFatal) => options.Provider switch
    {
        JournalProvider.Memory => new MemoryJournal(),
        JournalProvider.RocksDb => RocksDbJournal.Open(new RocksDbJournalOptions { Path = options.Path, OnFatal = onFatal }),
        JournalProvider.AzureTables => await AzureTablesJournal.OpenAsync(options.AzureTables),
        _ => throw new InvalidOperationException($"No journal provider {options.Provider}."),
    };

    public static async ValueTask CloseAsync(IJournal journal)
    {
        if (journal is IAsyncDisposable open)
            await open.DisposeAsync();
    }
}
