using CampaignEngine.Journal.Entries;
using RocksDbSharp;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>What goes out in one write, and the fence: an append must follow its stream's newest entry, in the database or in this batch.</summary>
internal sealed class CommitBatch(RocksDbStore store) : IDisposable
{
    /// <summary>Streams whose head is remembered between commits; about 10 MiB when full.</summary>
    private const int MaxRemembered = 64 * 1024;

    /// <summary>
    /// The heads as written by this process, the only one that writes. A write that fails ends the process, so what
    /// stands here is stored, and most appends need no read to pass the fence.
    /// </summary>
    private readonly Dictionary<StreamId, StreamHead> _newest = [];
    private readonly RefusedTickets _refused = new();

    /// <summary>By this batch: what is stored of them does not count any more.</summary>
    private readonly HashSet<(Scope, StreamKind)> _removed = [];
    private readonly WriteBatch _rows = new();

    public bool IsEmpty => _rows.Count() == 0;

    /// <exception cref="PrecedentRefusedException">The append with the ticket <paramref name="after"/> was refused.</exception>
    /// <exception cref="VersionConflictException">Somebody else has appended since the head was read.</exception>
    /// <exception cref="InvalidOperationException">The stream never had this head.</exception>
    public void Add(StreamId stream, in StreamHead head, in StreamHead newHead, long after, in RowBuffer rows)
    {
        if (after != 0 && _refused.Contains(after)) throw new PrecedentRefusedException(stream);
        if (_newest.TryGetValue(stream, out var newest)) CheckHead(stream, head, newest.Version > head.Version, newest);
        else if (_removed.Contains((stream.Scope, stream.Kind))) CheckHead(stream, head, isBehind: false, StreamHead.Empty);
        else CheckHead(stream, head, Exists(stream, head.Version + 1), head.Version == 0 ? StreamHead.Empty : ReadHead(stream, head.Version));
        rows.CopyTo(_rows);
        _newest[stream] = newHead;
    }

    /// <summary>Appends that rest on this one are refused too.</summary>
    public void Refuse(long ticket) => _refused.Add(ticket);

    public byte[]? ReadEntry(StreamId stream, long version)
    {
        Span<byte> key = stackalloc byte[RocksDbKeys.EntryLength];
        RocksDbKeys.WriteEntry(key, stream, version);
        return store.Get(key);
    }

    public void ReplaceEntry(StreamId stream, long version, byte[] row)
    {
        Span<byte> key = stackalloc byte[RocksDbKeys.EntryLength];
        RocksDbKeys.WriteEntry(key, stream, version);
        _rows.Put(key, row);
    }

    public void Remove(Scope scope, StreamKind kind)
    {
        foreach (var table in (ReadOnlySpan<byte>)[RocksDbKeys.Rows, RocksDbKeys.Pending])
        {
            for (byte bucket = 0; bucket < Bucket.Count; bucket++)
            {
                var (from, to) = RocksDbKeys.KindRange(table, new Bucket(scope, bucket), kind);
                _rows.DeleteRange(from, (ulong)from.Length, to, (ulong)to.Length);
            }
        }

        foreach (var stream in _newest.Keys.Where(stream => stream.Scope == scope && stream.Kind == kind).ToList())
            _newest.Remove(stream);
        _removed.Add((scope, kind));
    }

    public void Write() => store.Write(_rows);

    public void Clear()
    {
        _removed.Clear();
        if (_newest.Count > MaxRemembered) _newest.Clear();
        _rows.Clear();
    }

    public void Dispose() => _rows.Dispose();

    private static void CheckHead(StreamId stream, in StreamHead head, bool isBehind, in StreamHead? stored)
    {
        if (isBehind) throw new VersionConflictException(stream, head.Version + 1);
        if (head != stored) throw new InvalidOperationException($"Stream {stream.Kind} {stream.Key:x32} never had the head {head}.");
    }

    private StreamHead? ReadHead(StreamId stream, long version)
    {
        if (ReadEntry(stream, version) is not { } bytes) return null;
        var row = ChainWalk.Parse(stream, version, bytes);
        return new StreamHead(version, row.Chain, row.SummaryVersion);
    }

    private bool Exists(StreamId stream, long version)
    {
        Span<byte> key = stackalloc byte[RocksDbKeys.EntryLength];
        RocksDbKeys.WriteEntry(key, stream, version);
        return store.Has(key);
    }
}
