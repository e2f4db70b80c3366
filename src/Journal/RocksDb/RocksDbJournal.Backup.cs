namespace CampaignEngine.Journal.RocksDb;

public sealed partial class RocksDbJournal : IJournalBackup
{
    private int _isBackingUp;

    public DateTimeOffset? RestoredFrom => _opened.Mark.BackupAt;

    public void NoteRestored() => _opened.Mark.ForgetBackup();

    public async Task<long> BackUpAsync(string directory, DateTimeOffset at)
    {
        if (Interlocked.Exchange(ref _isBackingUp, 1) != 0)
            throw new BackupRunningException();
        try
        {
            var work = new CheckpointWork(_store, _opened.Directory.Checkpoint);
            _committer.Add(work);
            var sequence = await work.Answer.ConfigureAwait(false);
            // Not in the committer: the directory may be on another disk, a slow one.
            return await Task.Run(() => BackupCopy.Write(_opened.Directory.Checkpoint, directory, sequence, at)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BackupFailedException($"The backup {directory} cannot be written: {e.Message}", e);
        }
        finally
        {
            _opened.Directory.RemoveCheckpoint();
            Volatile.Write(ref _isBackingUp, 0);
        }
    }
}
