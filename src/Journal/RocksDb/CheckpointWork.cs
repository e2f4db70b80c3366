using RocksDbSharp;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>
/// Links the files of this moment into a directory of their own. In the committer, where nobody writes beside: what was
/// acknowledged is in the sorted files then, which never change, and no log is needed. Logs could not be linked, for
/// they are written over.
/// </summary>
internal sealed class CheckpointWork(RocksDbStore store, string directory) : CommitWork
{
    private readonly TaskCompletionSource<ulong> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ulong _sequence;

    /// <summary>The sequence number of the newest commit in it.</summary>
    public Task<ulong> Answer => _answer.Task;

    public override int Bytes => 0;

    public override void Stage(CommitBatch batch)
    {
        store.Flush();
        try
        {
            store.SaveCheckpoint(directory);
        }
        catch (RocksDbException e)
        {
            // Nothing was written to the journal itself, so it goes on.
            throw new InvalidOperationException($"The journal's files cannot be linked: {e.Message}", e);
        }

        // Those of this batch come after it.
        _sequence = store.LatestSequenceNumber;
    }

    public override void Succeed() => _answer.TrySetResult(_sequence);

    public override void Fail(Exception exception) => _answer.TrySetException(exception);
}
