using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CampaignEngine.Journal;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests;

/// <summary>Lets a test fail or hold reads of single entries, and shows which appends another one was faster than.</summary>
internal sealed class WatchedJournal(IJournal inner) : IJournal
{
    private volatile Func<StreamId, long, Task>? _onReadEntries;

    /// <summary>Runs before each read of entries, with the version it starts from; may throw or wait.</summary>
    public Func<StreamId, long, Task>? OnReadEntries { get => _onReadEntries; set => _onReadEntries = value; }

    /// <summary>Appends for which this says so are reported as unknown at once and carried out only later, if they still can be.</summary>
    public Func<StreamId, bool>? IsLate { get; set; }

    /// <summary>The late writes; those that another write was faster than end all the same.</summary>
    public ConcurrentQueue<Task> LateWrites { get; } = new();

    /// <summary>The streams of appends that failed on the fence.</summary>
    public ConcurrentQueue<StreamId> Conflicts { get; } = new();

    public async Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append)
    {
        if (IsLate?.Invoke(stream) == true)
        {
            LateWrites.Enqueue(WriteLateAsync(stream, head, append));
            throw new OutcomeUnknownException("A test writes this later.");
        }

        return await AppendNowAsync(stream, head, append).ConfigureAwait(false);
    }

    private async Task WriteLateAsync(StreamId stream, StreamHead head, Append append)
    {
        await Task.Delay(2).ConfigureAwait(false);
        try
        {
            await AppendNowAsync(stream, head, append).ConfigureAwait(false);
        }
        catch (VersionConflictException)
        {
            // The fence has been passed since.
        }
    }

    private async Task<StreamHead> AppendNowAsync(StreamId stream, StreamHead head, Append append)
    {
        try
        {
            return await inner.AppendAsync(stream, head, append).ConfigureAwait(false);
        }
        catch (VersionConflictException)
        {
            Conflicts.Enqueue(stream);
            throw;
        }
    }

    public async IAsyncEnumerable<JournalEntry> ReadEntriesAsync(
        StreamId stream, long fromVersion, bool backwards = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (OnReadEntries is { } onRead)
            await onRead(stream, fromVersion).ConfigureAwait(false);
        await foreach (var entry in inner.ReadEntriesAsync(stream, fromVersion, backwards, cancellationToken).ConfigureAwait(false))
            yield return entry;
    }

    public ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(stream, cancellationToken);

    public IAsyncEnumerable<StreamSummary> ReadSummariesAsync(Bucket bucket, CancellationToken cancellationToken = default) =>
        inner.ReadSummariesAsync(bucket, cancellationToken);

    public ValueTask<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken = default) =>
        inner.FindByKeyAsync(stream, uniqueKey, cancellationToken);

    public IAsyncEnumerable<StreamId> ReadPendingAsync(Scope scope, CancellationToken cancellationToken = default) =>
        inner.ReadPendingAsync(scope, cancellationToken);

    public Task RedactAsync(StreamId stream, long version) => inner.RedactAsync(stream, version);

    public Task RemoveAsync(Scope scope, StreamKind kind) => inner.RemoveAsync(scope, kind);
}
