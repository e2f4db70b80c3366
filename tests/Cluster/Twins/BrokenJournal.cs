using CampaignEngine.Journal;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>A journal that does what the one in it does, but for what a twin overrides.</summary>
internal abstract class BrokenJournal(IJournal inner) : IJournal
{
    protected IJournal Inner => inner;

    public virtual ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(stream, cancellationToken);

    public virtual Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append) =>
        inner.AppendAsync(stream, head, append);

    public virtual IAsyncEnumerable<JournalEntry> ReadEntriesAsync(
        StreamId stream, long fromVersion, bool backwards = false, CancellationToken cancellationToken = default) =>
        inner.ReadEntriesAsync(stream, fromVersion, backwards, cancellationToken);

    public virtual ValueTask<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken = default) =>
        inner.FindByKeyAsync(stream, uniqueKey, cancellationToken);

    public IAsyncEnumerable<StreamSummary> ReadSummariesAsync(Bucket bucket, CancellationToken cancellationToken = default) =>
        inner.ReadSummariesAsync(bucket, cancellationToken);

    public IAsyncEnumerable<StreamId> ReadPendingAsync(Scope scope, CancellationToken cancellationToken = default) =>
        inner.ReadPendingAsync(scope, cancellationToken);

    public Task RedactAsync(StreamId stream, long version) => inner.RedactAsync(stream, version);

    public Task RemoveAsync(Scope scope, StreamKind kind) => inner.RemoveAsync(scope, kind);
}
