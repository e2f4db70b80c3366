using RocksDbSharp;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>What goes out in one write, and the fence: entry head+1 must be neither in the database nor in this batch.</summary>
internal sealed class CommitBatch(RocksDbStore store) : IDisposable
{
    private readonly Dictionary<StreamId, long> _newest = [];
    private readonly WriteBatch _rows = new();

    public bool IsEmpty => _rows.Count() == 0;

    /// <exception cref="VersionConflictException">Somebody else has appended since the head was read.</exception>
    public void Add(StreamId stream, long headVersion, int entries, in RowBuffer rows)
    {
        // The newest of this batch passed the same check, so everything up to it exists.
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
        _newest.Clear();
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
