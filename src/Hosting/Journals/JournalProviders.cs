using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Hosting.Journals;

internal static class JournalProviders
{
    /// <summary>The database has a directory of its own inside <see cref="JournalOptions.Path"/>, beside the master key.</summary>
    private const string DatabaseDirectory = "journal";

    public static IJournal Open(JournalOptions options, Action<Exception> onFatal) => options.Provider switch
    {
        JournalProvider.Memory => MemoryJournalX.New(),
        JournalProvider.RocksDb => OpenRocksDb(options.Path, onFatal),
        _ => throw new InvalidOperationException($"No journal provider {options.Provider}."),
    };

    public static async ValueTask CloseAsync(IJournal journal)
    {
        if (journal is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync();
        else if (journal is IDisposable disposable)
            disposable.Dispose();
    }

    private static IJournal OpenRocksDb(string directory, Action<Exception> onFatal)
    {
        Directory.CreateDirectory(directory);
        return RocksDbJournal.Open(Path.Combine(directory, DatabaseDirectory), onFatal);
    }
}
