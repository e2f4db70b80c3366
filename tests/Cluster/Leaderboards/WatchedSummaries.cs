using System.Runtime.CompilerServices;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests.Leaderboards;

/// <summary>Lets a test hold or fail reads of summaries.</summary>
internal sealed class WatchedSummaries(IJournal inner) : IJournal
{
    private volatile Gate? _gate;
    private int _failures;

    public int FailuresLeft => Math.Max(0, Volatile.Read(ref _failures));

    public Gate StopReads() => _gate = new Gate();

    public void FailReads(int times) => Volatile.Write(ref _failures, times);

    public async IAsyncEnumerable<StreamSummary> ReadSummariesAsync(
        Bucket bucket, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Decrement(ref _failures) >= 0)
            throw new JournalUnavailableException("A test says that the journal does not answer.");
        if (_gate is { } gate)
            await gate.PassAsync();
        await foreach (var summary in inner.ReadSummariesAsync(bucket, cancellationToken))
            yield return summary;
    }

    public ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(stream, cancellationToken);

    public Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append) => inner.AppendAsync(stream, head, append);

    public IAsyncEnumerable<JournalEntry> ReadEntriesAsync(
        StreamId stream, long fromVersion, bool backwards = false, CancellationToken cancellationToken = default) =>
        inner.ReadEntriesAsync(stream, fromVersion, backwards, cancellationToken);

    public ValueTask<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken = default) =>
        inner.FindByKeyAsync(stream, uniqueKey, cancellationToken);

    public IAsyncEnumerable<StreamId> ReadPendingAsync(Scope scope, CancellationToken cancellationToken = default) =>
        inner.ReadPendingAsync(scope, cancellationToken);

    public Task RedactAsync(StreamId stream, long version) => inner.RedactAsync(stream, version);

    public Task RemoveAsync(Scope scope, StreamKind kind) => inner.RemoveAsync(scope, kind);
}
