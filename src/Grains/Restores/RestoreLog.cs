using System.Text;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Restores;

/// <summary>
/// The journal's own record of the backups that it was put back from. What was written between such a backup and its
/// restore is unknown, codes that were shown among it, so everything that must be unique asks how many restores there were.
/// </summary>
public static class RestoreLog
{
    private static readonly StreamId Stream = new(default, StreamKind.JournalInfo, Key: 1);

    public static async Task<RestoreCount> ReadAsync(IJournal journal)
    {
        var record = await journal.ReadAsync(Stream);
        return new RestoreCount(record.Head.Version, record.Entries is [.., var newest] ? newest.Time : default);
    }

    /// <summary>Notes that the journal was put back from a backup, when it was; before anything else is written.</summary>
    /// <returns>When the backup was taken; null when it was not put back.</returns>
    /// <exception cref="RestoreTimeException">The clock is behind the backup's.</exception>
    public static async Task<DateTimeOffset?> NoteAsync(IJournal journal, TimeProvider time)
    {
        if (journal is not IJournalBackup { RestoredFrom: { } takenAt } copy)
            return null;
        var now = time.GetUtcNow();
        if (now < takenAt)
            throw new RestoreTimeException(takenAt, now);
        var head = (await journal.ReadAsync(Stream)).Head;
        await journal.AppendAsync(Stream, head, new Append { Entries = [new NewEntry(now, Encoding.ASCII.GetBytes($"{takenAt:O}"))] });
        // A crash in between leaves two restores, which skips more numbers and is right too.
        copy.NoteRestored();
        return takenAt;
    }
}

/// <param name="Count">How often the journal was put back from a backup.</param>
/// <param name="LastAt">When it was the last time.</param>
public readonly record struct RestoreCount(long Count, DateTimeOffset LastAt);

public sealed class RestoreTimeException(DateTimeOffset takenAt, DateTimeOffset now) : Exception(
    $"The journal was put back from a backup of {takenAt:O}, and this machine's clock says {now:O}, which is before. Set the clock: codes that are unique rest on it.");
