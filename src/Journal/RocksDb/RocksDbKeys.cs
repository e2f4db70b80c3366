using System.Buffers.Binary;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>
/// Keys, big endian so that they sort:
/// <code>
/// rows     1 | scope (33) | bucket | kind | key (16) | row kind | version (8) or unique key (16)
/// pending  2 | scope (33) | bucket | kind | key (16)
/// emptied  3
/// </code>
/// Entries come last within a stream: a stream's last row is its newest entry, which one reverse seek finds.
/// </summary>
internal static class RocksDbKeys
{
    public const byte Rows = 1, Pending = 2;
    public const byte SnapshotRow = 1, UniqueRow = 2, EntryRow = 3;

    public const int TableLength = 1 + StreamIdBytes.ScopeLength;
    public const int BucketLength = TableLength + 1;
    public const int StreamLength = BucketLength + 1 + 16;
    public const int RowKindLength = StreamLength + 1;
    public const int EntryLength = RowKindLength + 8;
    public const int UniqueLength = RowKindLength + 16;

    /// <summary>Written for the sake of writing something.</summary>
    public static readonly byte[] Emptied = [3];

    public static void WriteScope(Span<byte> key, byte table, in Scope scope)
    {
        key[0] = table;
        StreamIdBytes.WriteScope(key[1..], scope);
    }

    public static void WriteBucket(Span<byte> key, byte table, in Bucket bucket)
    {
        WriteScope(key, table, bucket.Scope);
        key[TableLength] = bucket.Number;
    }

    public static void WriteStream(Span<byte> key, byte table, in StreamId stream)
    {
        WriteBucket(key, table, stream.Bucket);
        key[BucketLength] = (byte)stream.Kind;
        BinaryPrimitives.WriteUInt128BigEndian(key[(BucketLength + 1)..], stream.Key);
    }

    /// <summary>All rows of a kind in a bucket: from the first key up to, but not at, the second.</summary>
    public static (byte[] From, byte[] To) KindRange(byte table, in Bucket bucket, StreamKind kind)
    {
        var (from, to) = (new byte[BucketLength + 1], new byte[BucketLength + 1]);
        WriteBucket(from, table, bucket);
        from[BucketLength] = (byte)kind;
        WriteBucket(to, table, bucket);
        to[BucketLength] = (byte)(kind + 1);
        return (from, to);
    }

    public static void WriteSnapshot(Span<byte> key, in StreamId stream)
    {
        WriteStream(key, Rows, stream);
        key[StreamLength] = SnapshotRow;
    }

    public static void WriteEntry(Span<byte> key, in StreamId stream, long version)
    {
        WriteStream(key, Rows, stream);
        key[StreamLength] = EntryRow;
        BinaryPrimitives.WriteInt64BigEndian(key[RowKindLength..], version);
    }

    public static void WriteUnique(Span<byte> key, in StreamId stream, UInt128 uniqueKey)
    {
        WriteStream(key, Rows, stream);
        key[StreamLength] = UniqueRow;
        BinaryPrimitives.WriteUInt128BigEndian(key[RowKindLength..], uniqueKey);
    }

    public static StreamId ReadStream(ReadOnlySpan<byte> key) => new(
        StreamIdBytes.ReadScope(key[1..]),
        (StreamKind)key[BucketLength],
        BinaryPrimitives.ReadUInt128BigEndian(key[(BucketLength + 1)..]));

    public static bool IsEntry(ReadOnlySpan<byte> key) => key.Length == EntryLength && key[0] == Rows && key[StreamLength] == EntryRow;

    public static long ReadVersion(ReadOnlySpan<byte> entryKey) => BinaryPrimitives.ReadInt64BigEndian(entryKey[RowKindLength..]);
}
