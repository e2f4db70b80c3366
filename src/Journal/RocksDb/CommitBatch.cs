using RocksDbSharp;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>What goes out in one write, and the fence: entry head+1 must be neither in the database nor in this batch.</summary>
internal sealed class CommitBatch(RocksDbStore store) : IDisposable
{
    /// <summary>Streams whose newest version is remembered between commits; about 6 MiB when full.</summary>
    private const int MaxRemembered = 64 * 1024;

    /// <summary>
    /// The newest versions as written by this process, the only one that writes. A write that fails ends the process,
    /// so what stands here is stored, and most appends need no read to pass the fence.
    /// </summary>
    private readonly Dictionary<StreamId, long> _newest = [];
    private readonly WriteBatch _rows = new();

    public bool IsEmpty => _rows.Count() == 0;

    /// <exception cref="VersionConflictException">Somebody else has appended since the head was read.</exception>
    public void Add(StreamId stream, long headVersion, int entries, in RowBuffer rows)
    {
        // What is remembered passed the same check, so everything up to it exists.
        if (_newest.TryGetValue(stream, out var newest) ? headVersion < newest : Exists(stream, headVersion + 1))
            throw new VersionConflictException(stream, headVersion + 1);
        rows.CopyTo(_rows);
        _newest[stream] = headVersion + entries;
    }

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

    public void Write() => store.Write(_rows);

    public void Clear()
    {
        if (_newest.Count > MaxRemembered) _newest.Clear();
        _rows.Clear();
    }

    public void Dispose() => _rows.Dispose();

    private bool Exists(StreamId stream, long version)
    {
        Span<byte> key = stackalloc byte[RocksDbKeys.EntryLength];
        RocksDbKeys.WriteEntry(key, stream, version);
        return store.Has(key);
    }
}
