namespace CampaignEngine.Journal;

/// <summary>A journal that can be copied while it is used, and that knows when it was put back from such a copy.</summary>
public interface IJournalBackup
{
    /// <summary>
    /// When the copy was taken that this journal was opened from, until <see cref="NoteRestored"/>; else null. What was
    /// written after that time is missing.
    /// </summary>
    DateTimeOffset? RestoredFrom { get; }

    /// <summary>
    /// Copies the journal as it is at one moment: all that was acknowledged before the call is in it. The directory is
    /// there, whole and on disk, when this returns, and not at all when it throws.
    /// </summary>
    /// <param name="directory">A new one. Put back in the journal's place, it opens as this journal.</param>
    /// <param name="at">Kept in the copy, see <see cref="RestoredFrom"/>.</param>
    /// <returns>Bytes that were written.</returns>
    /// <exception cref="BackupRunningException">Another copy is being made.</exception>
    /// <exception cref="BackupFailedException">It cannot be written; the journal goes on.</exception>
    /// <exception cref="JournalStoppedException">The journal has failed or is closed.</exception>
    Task<long> BackUpAsync(string directory, DateTimeOffset at);

    /// <summary>What must be done after a restore is done and durable; from now on this is a journal like any other.</summary>
    void NoteRestored();
}

public sealed class BackupRunningException() : Exception("Another backup is being made.");

public sealed class BackupFailedException(string message, Exception? cause = null) : Exception(message, cause);
