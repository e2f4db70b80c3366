using System.Runtime.CompilerServices;

namespace CampaignEngine.Journal.Testing;

/// <summary>
/// A journal with faults, around any other. Each append asks <see cref="OnAppend"/> what is to happen to it; a fault's
/// hooks run before and after the inner append, and may throw, wait at a <see cref="Gate"/> or delay.
/// </summary>
public sealed class FaultyJournal(IJournal inner) : IJournal
{
    private volatile Func<StreamId, Append, AppendFault?>? _onAppend;
    private volatile Func<StreamId, Task>? _onRead;

    /// <summary>Decides each append's fault; null, or a null answer, leaves appends alone.</summary>
    public Func<StreamId, Append, AppendFault?>? OnAppend { get => _onAppend; set => _onAppend = value; }

    /// <summary>Runs before each read of a stream or its entries and each look-up of a unique key; may throw or wait.</summary>
    public Func<StreamId, Task>? OnRead { get => _onRead; set => _onRead = value; }

    public async Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append)
    {
        var fault = OnAppend?.Invoke(stream, append);
        if (fault is null) return await inner.AppendAsync(stream, head, append).ConfigureAwait(false);
        if (fault.Before is { } before) await before().ConfigureAwait(false);
        var added = await inner.AppendAsync(stream, head, append).ConfigureAwait(false);
        if (fault.After is { } after) await after().ConfigureAwait(false);
        return added;
    }

    public async ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        if (OnRead is { } onRead) await onRead(stream).ConfigureAwait(false);
        return await inner.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken = default)
    {
        if (OnRead is { } onRead) await onRead(stream).ConfigureAwait(false);
        return await inner.FindByKeyAsync(stream, uniqueKey, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<JournalEntry> ReadEntriesAsync(
        StreamId stream, long fromVersion, bool backwards = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (OnRead is { } onRead) await onRead(stream).ConfigureAwait(false);
        await foreach (var entry in inner.ReadEntriesAsync(stream, fromVersion, backwards, cancellationToken).ConfigureAwait(false))
            yield return entry;
    }

    public IAsyncEnumerable<StreamSummary> ReadSummariesAsync(Bucket bucket, CancellationToken cancellationToken = default) =>
        inner.ReadSummariesAsync(bucket, cancellationToken);

    public IAsyncEnumerable<StreamId> ReadPendingAsync(Scope scope, CancellationToken cancellationToken = default) =>
        inner.ReadPendingAsync(scope, cancellationToken);

    public Task RedactAsync(StreamId stream, long version) => inner.RedactAsync(stream, version);

    public Task RemoveAsync(Scope scope, StreamKind kind) => inner.RemoveAsync(scope, kind);
}
