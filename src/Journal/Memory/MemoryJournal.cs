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

    /// <summary>By scope, because lists and pending work ask for one scope at a time.</summary>
    private readonly Dictionary<Scope, Dictionary<StreamId, MemoryStreamRows>> _scopes = [];
    private long _lastTicket;

    public bool IsHealthy => true;

    public async ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        await LeaveCaller(cancellationToken);
        lock (_lock) return Find(stream)?.Read() ?? StreamAssembly.Empty;
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
        lock (_lock) entries = Find(stream)?.ReadEntries(fromVersion, backwards) ?? [];
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
        foreach (var summary in Select(bucket.Scope, s => s.Stream.Bucket == bucket ? s.ReadSummary() : null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return summary;
        }
    }

    public async ValueTask<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken = default)
    {
        await LeaveCaller(cancellationToken);
        lock (_lock) return Find(stream)?.FindByKey(uniqueKey);
    }

    public async IAsyncEnumerable<StreamId> ReadPendingAsync(
        Scope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await LeaveCaller(cancellationToken);
        foreach (var stream in Select(scope, s => s.IsPending ? s : null))
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
            var rows = Find(stream) ?? throw new ArgumentOutOfRangeException(nameof(version), "The stream has no entries.");
            rows.Redact(version);
        }
    }

    public async Task RemoveAsync(Scope scope, StreamKind kind)
    {
        await LeaveCaller();
        lock (_lock)
        {
            if (!_scopes.TryGetValue(scope, out var streams)) return;
            foreach (var stream in streams.Keys.Where(stream => stream.Kind == kind).ToList())
                streams.Remove(stream);
        }
    }

    internal void Tamper(StreamId stream, long version, Func<byte[], byte[]> change)
    {
        lock (_lock) Find(stream)!.Tamper(version, change);
    }

    private StreamHead Add(StreamId stream, StreamHead head, Append append)
    {
        if (Find(stream) is { } rows) return rows.Append(head, append);
        rows = new MemoryStreamRows(stream);
        var added = rows.Append(head, append);
        if (!_scopes.TryGetValue(stream.Scope, out var streams)) _scopes.Add(stream.Scope, streams = []);
        streams.Add(stream, rows);
        return added;
    }

    private MemoryStreamRows? Find(StreamId stream) => _scopes.GetValueOrDefault(stream.Scope)?.GetValueOrDefault(stream);

    private List<T> Select<T>(Scope scope, Func<MemoryStreamRows, T?> selector) where T : class
    {
        lock (_lock) return _scopes.TryGetValue(scope, out var streams) ? [.. streams.Values.Select(selector).OfType<T>()] : [];
    }

    private static ConfiguredTaskAwaitable LeaveCaller(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
    }
}
