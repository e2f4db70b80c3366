using System.Buffers.Binary;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>Reads of one stream. The caller holds a lease of the journal's state.</summary>
internal sealed class StreamRows(RocksDbStore store)
{
    public StreamRecord Read(StreamId stream)
    {
        Span<byte> key = stackalloc byte[RocksDbKeys.EntryLength];
        RocksDbKeys.WriteSnapshot(key, stream);
        var snapshot = store.Get(key[..RocksDbKeys.RowKindLength]);

        // A stream that was never written costs two reads that the filters answer; an iterator would cost more.
        RocksDbKeys.WriteEntry(key, stream, 1);
        if (snapshot is null && !store.Has(key)) return StreamAssembly.Empty;

        var from = snapshot is null ? 1 : SnapshotCodec.Read(stream, snapshot).Snapshot.Version;
        return StreamAssembly.Assemble(stream, snapshot, ReadRows(stream, from, int.MaxValue));
    }

    /// <summary>At most <paramref name="count"/> entries from a version up, verified against each other and the one before them.</summary>
    public List<JournalEntry> ReadEntries(StreamId stream, long from, int count)
    {
        var entries = new List<JournalEntry>();
        var walk = new ChainWalk(stream, StreamHead.Empty);
        if (from > 1)
        {
            if (ReadRow(stream, from - 1) is not { } before)
                return Exists(stream, from) ? throw Damage.Of(stream, from - 1, "is missing") : entries;
            walk = new ChainWalk(stream, new StreamHead(from - 1, ChainWalk.Parse(stream, from - 1, before).Chain));
        }

        foreach (var (version, bytes) in ReadRows(stream, from, count)) entries.Add(walk.Next(version, bytes));
        return entries;
    }

    public byte[]? ReadRow(StreamId stream, long version)
    {
        Span<byte> key = stackalloc byte[RocksDbKeys.EntryLength];
        RocksDbKeys.WriteEntry(key, stream, version);
        return store.Get(key);
    }

    public bool Exists(StreamId stream, long version)
    {
        Span<byte> key = stackalloc byte[RocksDbKeys.EntryLength];
        RocksDbKeys.WriteEntry(key, stream, version);
        return store.Has(key);
    }

    public long? FindByKey(StreamId stream, UInt128 uniqueKey)
    {
        Span<byte> key = stackalloc byte[RocksDbKeys.UniqueLength];
        RocksDbKeys.WriteUnique(key, stream, uniqueKey);
        if (store.Get(key) is not { } value) return null;
        if (value.Length != 8) throw new JournalDamagedException($"Stream {stream.Kind} {stream.Key:x32}: a unique key cannot be read.");
        return BinaryPrimitives.ReadInt64BigEndian(value);
    }

    /// <summary>The version of the newest entry at or before a version; 0 when there is none.</summary>
    public long FindNewest(StreamId stream, long atMost)
    {
        Span<byte> key = stackalloc byte[RocksDbKeys.EntryLength];
        RocksDbKeys.WriteEntry(key, stream, atMost);
        using var cursor = store.Rows();
        return cursor.SeekBack(key) && IsEntryOf(key, cursor.Key) ? RocksDbKeys.ReadVersion(cursor.Key) : 0;
    }

    private List<(long Version, byte[] Bytes)> ReadRows(StreamId stream, long from, int count)
    {
        var rows = new List<(long, byte[])>();
        Span<byte> key = stackalloc byte[RocksDbKeys.EntryLength];
        RocksDbKeys.WriteEntry(key, stream, from);
        using var cursor = store.Rows();
        for (var more = cursor.Seek(key); more && rows.Count < count && IsEntryOf(key, cursor.Key); more = cursor.Next())
            rows.Add((RocksDbKeys.ReadVersion(cursor.Key), cursor.Value.ToArray()));
        return rows;
    }

    private static bool IsEntryOf(ReadOnlySpan<byte> entryOfStream, ReadOnlySpan<byte> key) =>
        key.StartsWith(entryOfStream[..RocksDbKeys.RowKindLength]) && RocksDbKeys.IsEntry(key);
}
