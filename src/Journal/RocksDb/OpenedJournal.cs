using RocksDbSharp;
using Db = RocksDbSharp.RocksDb;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>Lock, mark and database, opened in this order and closed in the other.</summary>
internal sealed class OpenedJournal
{
    private OpenedJournal(JournalDirectory directory, MarkFile mark, RocksDbStore store)
    {
        Directory = directory;
        Mark = mark;
        Store = store;
    }

    public JournalDirectory Directory { get; }
    public MarkFile Mark { get; }
    public RocksDbStore Store { get; }
    public string Database => Directory.Database;

    public static OpenedJournal Open(RocksDbJournalOptions options)
    {
        using var watchdog = new OpeningWatchdog(options.OpenTimeout, options.OnOpenTimeout, options.Path);
        var directory = JournalDirectory.Open(options.Path);
        MarkFile? mark = null;
        try
        {
            directory.RemoveCheckpoint();
            mark = OpenMark(directory);
            if (HasLog(directory)) CheckLog(directory, options, mark.Value);
            var store = OpenStore(directory, options);
            if (store.LatestSequenceNumber >= mark.Value) return new OpenedJournal(directory, mark, store);

            var recovered = store.LatestSequenceNumber;
            store.Dispose();
            throw Incomplete(directory, mark.Value, recovered);
        }
        catch
        {
            mark?.Dispose();
            directory.Dispose();
            throw;
        }
    }

    public void Close(bool flush)
    {
        try
        {
            if (flush)
            {
                Store.Flush();
                RecycledLogs.Empty(Database);
            }
        }
        finally
        {
            Store.Dispose();
            Mark.Dispose();
            Directory.Dispose();
        }
    }

    /// <summary>Whether there is something to recover: not after a clean stop.</summary>
    private static bool HasLog(JournalDirectory directory) =>
        directory.HasDatabase && RecycledLogs.Find(directory.Database).Any(log => new FileInfo(log).Length > 0);

    /// <summary>
    /// Recovers once without writing anything. Opening deletes the logs that it has recovered as far as it could; of a
    /// damaged one the rest must stay for whoever can mend it.
    /// </summary>
    private static void CheckLog(JournalDirectory directory, RocksDbJournalOptions options, ulong mark)
    {
        using var store = OpenStore(directory, settings => Db.OpenReadOnly(settings, directory.Database, false), options);
        if (store.LatestSequenceNumber < mark) throw Incomplete(directory, mark, store.LatestSequenceNumber);
    }

    private static JournalOpenException Incomplete(JournalDirectory directory, ulong mark, ulong recovered) => new(
        $"The journal in {directory.Path} is damaged: it was acknowledged up to {mark} and only {recovered} could be "
        + "recovered. Restore the journal's directory from a backup.");

    private static MarkFile OpenMark(JournalDirectory directory)
    {
        if (!File.Exists(directory.Mark))
        {
            if (directory.HasDatabase)
                throw new JournalOpenException(
                    $"The journal's mark file {directory.Mark} is missing, so nobody can tell whether the journal is complete. "
                    + "Restore the journal's whole directory from a backup.");
            MarkFile.Create(directory.Mark);
        }

        var mark = MarkFile.Open(directory.Mark);
        if (mark.Value == 0 || directory.HasDatabase) return mark;
        mark.Dispose();
        throw new JournalOpenException(
            $"The journal's database {directory.Database} is missing or incomplete, but its mark file says that it held something. "
            + "Restore the journal's whole directory from a backup.");
    }

    private static RocksDbStore OpenStore(JournalDirectory directory, RocksDbJournalOptions options) =>
        OpenStore(directory, settings => Db.Open(settings, directory.Database), options);

    private static RocksDbStore OpenStore(JournalDirectory directory, Func<DbOptions, Db> open, RocksDbJournalOptions options)
    {
        try
        {
            return new RocksDbStore(open(RocksDbSettings.Create(options, isNew: !directory.HasDatabase)));
        }
        catch (RocksDbException e)
        {
            throw new JournalOpenException(
                $"The journal in {directory.Path} cannot be opened: {e.Message} If its files are damaged, restore the directory from a backup.", e);
        }
        catch (Exception e) when (MissingNativeLibrary.IsCause(e))
        {
            throw MissingNativeLibrary.Explain(e);
        }
    }
}
