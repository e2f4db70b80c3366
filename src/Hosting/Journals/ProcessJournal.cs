using CampaignEngine.Grains.Restores;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Hosting.Health;
using CampaignEngine.Journal;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Hosting.Journals;

/// <summary>The journal of this process with the master key that fits it. Both are known to fit before anything uses either.</summary>
internal sealed partial class ProcessJournal
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
    /// <exception cref="RestoreTimeException">It was put back from a backup that is newer than the clock.</exception>
    /// <exception cref="MasterKeyMismatchException">The journal was made with another key.</exception>
    public static ProcessJournal Open(JournalOptions options, MasterKeyOptions masterKey, FailStop failStop, TimeProvider time, ILogger logger) =>
        OpenAsync(options, masterKey, failStop, time, logger).GetAwaiter().GetResult();

    private static async Task<ProcessJournal> OpenAsync(
        JournalOptions options, MasterKeyOptions masterKey, FailStop failStop, TimeProvider time, ILogger logger)
    {
        var journal = await JournalProviders.OpenAsync(options, failStop.OnFatal);
        try
        {
            var key = masterKey.Given ?? await FindKeyAsync(options, journal);
            await MasterKeyGuard.CheckAsync(journal, key, time);
            if (await RestoreLog.NoteAsync(journal, time) is { } takenAt)
                LogRestored(logger, takenAt);
            return new ProcessJournal(journal, key);
        }
        catch
        {
            // Whoever starts it again with the right key must not find it locked.
            await JournalProviders.CloseAsync(journal);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The journal was put back from the backup of {TakenAt:O}. What was recorded after it is gone; codes go on in numbers that nobody has seen.")]
    private static partial void LogRestored(ILogger logger, DateTimeOffset takenAt);

    private static async Task<MasterKey> FindKeyAsync(JournalOptions options, IJournal journal) =>
        options.Provider == JournalProvider.Memory
            ? MasterKey.Generate()
            : MasterKeyFile.ReadOrCreate(options.Path, await MasterKeyGuard.IsNewAsync(journal));
}
