using System.Buffers.Binary;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>
/// Keys, in upper-case hexadecimal, which every key of the store may hold and which sorts like the bytes:
/// <code>
/// partition  scope (33 bytes) bucket (1)
/// row        1 kind (1) key (16) row kind (1) version (8) or unique key (16)
///            2 kind (1) key (16)    the stream has unfinished work
///            3 kind (1) key (16)    the stream's summary
/// </code>
/// The first digit keeps what is read across streams in ranges of its own, in the partition that the commit goes to.
/// </summary>
internal static class TableKeys
{
    public const char Rows = '1', Pending = '2', Summaries = '3';
    public const string SnapshotRow = "01", UniqueRow = "02", EntryRow = "03";

    private const int StreamLength = 1 + 2 * (1 + 16);

    public static string Partition(in Bucket bucket)
    {
        Span<byte> bytes = stackalloc byte[StreamIdBytes.ScopeLength + 1];
        StreamIdBytes.WriteScope(bytes, bucket.Scope);
        bytes[StreamIdBytes.ScopeLength] = bucket.Number;
        return Convert.ToHexString(bytes);
    }

    public static string Stream(char table, in StreamId stream) => $"{table}{(byte)stream.Kind:X2}{stream.Key:X32}";

    /// <summary>What the rows of all streams of a kind begin with.</summary>
    public static string Kind(char table, StreamKind kind) => $"{table}{(byte)kind:X2}";

    public static string Snapshot(in StreamId stream) => Stream(Rows, stream) + SnapshotRow;

    public static string Entry(in StreamId stream, long version) => $"{Stream(Rows, stream)}{EntryRow}{version:X16}";

    public static string Unique(in StreamId stream, UInt128 key) => $"{Stream(Rows, stream)}{UniqueRow}{key:X32}";

    /// <summary>Above all of a table's rows: no row key has a letter past F.</summary>
    public static string End(char table) => table + "G";

    /// <summary>The stream that a row of <see cref="Pending"/> or <see cref="Summaries"/> is of.</summary>
    /// <exception cref="JournalDamagedException">The key is none that was ever written.</exception>
    public static StreamId ReadStream(in Scope scope, string rowKey)
    {
        Span<byte> bytes = stackalloc byte[1 + 16];
        if (rowKey.Length != StreamLength || Convert.FromHexString(rowKey.AsSpan(1), bytes, out _, out _) != System.Buffers.OperationStatus.Done)
            throw new JournalDamagedException($"The table has a row key {rowKey} that is no stream's.");
        return new StreamId(scope, (StreamKind)bytes[0], BinaryPrimitives.ReadUInt128BigEndian(bytes[1..]));
    }

    /// <exception cref="JournalDamagedException">The key is none that was ever written.</exception>
    public static long ReadVersion(string entryKey) =>
        entryKey.Length == StreamLength + EntryRow.Length + 16
        && long.TryParse(entryKey.AsSpan(StreamLength + EntryRow.Length), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var version)
            ? version
            : throw new JournalDamagedException($"The table has a row key {entryKey} that is no entry's.");
}
