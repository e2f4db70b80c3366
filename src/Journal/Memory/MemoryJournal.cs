using System.Runtime.CompilerServices;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.Memory;

/// <summary>
/// A journal that is gone with its process: for tests and trials. It fences, chains and refuses like the durable ones.
/// Several silos may share one instance. Every call leaves the caller's thread, as a store's would, so what interleaves
/// in production interleaves here.
/// </summary>
public sealed class MemoryJournal : IOrderedJournal, IJournalHealth
{
    private readonly Lock _lock = new();
    private readonly Dictionary<StreamId, MemoryStreamRows> _streams = [];
    private long _lastTicket;

    public bool IsHealthy => true;

    public async ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        await LeaveCaller(cancellationToken);
        lock (_lock) return _streams.TryGetValue(stream, out var rows) ? rows.Read() : StreamAssembly.Empty;
    }

    public async Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append)
    {
        AppendLimits.Check(head, append);
        await LeaveCaller();
        lock (_lock) return Add(stream, head, append);
    }

    /// <summary>There is nothing to wait for: what it answers is kept already, and what it refuses it throws.</summary>
    public BegunAppend BeginAppend(StreamId stream, StreamHead head, Append append)
    {
        AppendLimits.Check(head, append);
        lock (_lock)
        {
            var added = Add(stream, head, append);
            return new BegunAppend(++_lastTicket, added, Later(added));
        }

        static async Task<StreamHead> Later(StreamHead added)
        {
            await LeaveCaller();
            return added;
        }
    }

    public async IAsyncEnumerable<JournalEntry> ReadEntriesAsync(
        StreamId stream, long fromVersion, bool backwards = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await LeaveCaller(cancellationToken);
        List<JournalEntry> entries;
        lock (_lock) entries = _streams.TryGetValue(stream, out var rows) ? rows.ReadEntries(fromVersion, backwards) : [];
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    public async IAsyncEnumerable<StreamSummary> ReadSummariesAsync(
        Bucket bucket, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await LeaveCaller(cancellationToken);
        foreach (var summary in Select(s => s.Stream.Bucket == bucket ? s.ReadSummary() : null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return summary;
        }
    }

    public async ValueTask<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken = default)
    {
        await LeaveCaller(cancellationToken);
        lock (_lock) return _streams.TryGetValue(stream, out var rows) ? rows.FindByKey(uniqueKey) : null;
    }

    public async IAsyncEnumerable<StreamId> ReadPendingAsync(
        Scope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await LeaveCaller(cancellationToken);
        foreach (var stream in Select(s => s.IsPending && s.Stream.Scope == scope ? s : null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return stream.Stream;
        }
    }

    public async Task RedactAsync(StreamId stream, long version)
    {
        await LeaveCaller();
        lock (_lock)
        {
            if (!_streams.TryGetValue(stream, out var rows)) throw new ArgumentOutOfRangeException(nameof(version), "The stream has no entries.");
            rows.Redact(version);
        }
    }

    public async Task RemoveAsync(Scope scope, StreamKind kind)
    {
        await LeaveCaller();
        lock (_lock)
        {
            foreach (var stream in _streams.Keys.Where(stream => stream.Scope == scope && stream.Kind == kind).ToList())
                _streams.Remove(stream);
        }
    }

    internal void Tamper(StreamId stream, long version, Func<byte[], byte[]> change)
    {
        lock (_lock) _streams[stream].Tamper(version, change);
    }

    private StreamHead Add(StreamId stream, StreamHead head, Append append)
    {
        if (_streams.TryGetValue(stream, out var rows)) return rows.Append(head, append);
        rows = new MemoryStreamRows(stream);
        var added = rows.Append(head, append);
        _streams.Add(stream, rows);
        return added;
    }

    private List<T> Select<T>(Func<MemoryStreamRows, T?> selector) where T : class
    {
        lock (_lock) return [.. _streams.Values.Select(selector).OfType<T>()];
    }

    private static ConfiguredTaskAwaitable LeaveCaller(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
    }
}
