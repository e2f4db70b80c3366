using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>Rewrites one entry without the person. In the committer, so that it cannot cross another redaction of the same row.</summary>
internal sealed class RedactWork(StreamId stream, long version) : CommitWork
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Answer => _answer.Task;

    // A guess that only bounds the batch: the row is read when its turn comes.
    public override int Bytes => 1024;

    public override void Stage(CommitBatch batch)
    {
        var row = batch.ReadEntry(stream, version) ?? throw Missing(version);
        try
        {
            if (EntryRedaction.Redact(row) is { } redacted) batch.ReplaceEntry(stream, version, redacted);
        }
        catch (InvalidDataException e)
        {
            throw Damage.Of(stream, version, "cannot be read", e);
        }
    }

    public override void Succeed() => _answer.TrySetResult();

    public override void Fail(Exception exception) => _answer.TrySetException(exception);

    private static ArgumentOutOfRangeException Missing(long version) => new(nameof(version), version, "The stream has no such entry.");
}
