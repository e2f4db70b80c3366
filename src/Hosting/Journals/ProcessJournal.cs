using CampaignEngine.Grains.Secrets;
using CampaignEngine.Hosting.Health;
using CampaignEngine.Journal;

namespace CampaignEngine.Hosting.Journals;

/// <summary>The journal of this process with the master key that fits it. Both are known to fit before anything uses either.</summary>
internal sealed class ProcessJournal
{
    private ProcessJournal(IJournal journal, MasterKey masterKey)
    {
        Journal = journal;
        MasterKey = masterKey;
    }

    public IJournal Journal { get; }

    public MasterKey MasterKey { get; }

    /// <summary>Blocks while it reads: everything else in the process waits for it anyway.</summary>
    /// <exception cref="Starting.StartErrorException">The journal's master key is missing.</exception>
    /// <exception cref="JournalOpenException">The journal cannot be opened.</exception>
    /// <exception cref="MasterKeyMismatchException">The journal was made with another key.</exception>
    public static ProcessJournal Open(JournalOptions options, MasterKeyOptions masterKey, FailStop failStop, TimeProvider time) =>
        OpenAsync(options, masterKey, failStop, time).GetAwaiter().GetResult();

    private static async Task<ProcessJournal> OpenAsync(
        JournalOptions options, MasterKeyOptions masterKey, FailStop failStop, TimeProvider time)
    {
        var journal = await JournalProviders.OpenAsync(options, failStop.OnFatal);
        try
        {
            var key = masterKey.Given ?? await FindKeyAsync(options, journal);
            await MasterKeyGuard.CheckAsync(journal, key, time);
            return new ProcessJournal(journal, key);
        }
        catch
        {
            // Whoever starts it again with the right key must not find it locked.
            await JournalProviders.CloseAsync(journal);
            throw;
        }
    }

    private static async Task<MasterKey> FindKeyAsync(JournalOptions options, IJournal journal) =>
        options.Provider == JournalProvider.Memory
            ? MasterKey.Generate()
            : MasterKeyFile.ReadOrCreate(options.Path, await MasterKeyGuard.IsNewAsync(journal));
}
