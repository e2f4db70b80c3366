using RocksDbSharp;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>
/// Rids the logs of everything written so far. In the committer, where no log can be changed for another meanwhile.
/// </summary>
internal sealed class EmptyLogsWork(RocksDbStore store, string database) : CommitWork
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Answer => _answer.Task;

    public override int Bytes => 0;

    public override void Stage(CommitBatch batch)
    {
        // The first change of logs may go on in one that was used before; the second goes on in an empty one.
        for (var change = 0; change < 2; change++)
        {
            // Without a row to flush, a flush changes nothing.
            using var row = new WriteBatch();
            row.Put(RocksDbKeys.Emptied, Array.Empty<byte>());
            store.Write(row);
            store.Flush();
            RecycledLogs.Empty(database);
        }
    }

    public override void Succeed() => _answer.TrySetResult();

    public override void Fail(Exception exception) => _answer.TrySetException(exception);
}
