namespace CampaignEngine.Journal.RocksDb;

/// <summary>Removes all streams of a kind in a scope. In the committer, so that no append crosses it.</summary>
internal sealed class RemoveWork(Scope scope, StreamKind kind) : CommitWork
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Answer => _answer.Task;

    // A range to delete is two keys, whatever lies between them; two tables, sixteen buckets.
    public override int Bytes => 2 * Bucket.Count * 2 * RocksDbKeys.BucketLength;

    public override void Stage(CommitBatch batch) => batch.Remove(scope, kind);

    public override void Succeed() => _answer.TrySetResult();

    public override void Fail(Exception exception) => _answer.TrySetException(exception);
}
