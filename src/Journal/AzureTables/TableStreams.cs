using System.Buffers.Binary;
using Azure.Data.Tables;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>Reads of one stream.</summary>
internal sealed class TableStreams(JournalTable table)
{
    /// <summary>Two round trips: the snapshot, then the entries from its own on.</summary>
    public async Task<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken)
    {
        var snapshot = await FindBytesAsync(stream, TableKeys.Snapshot(stream), cancellationToken);
        var from = snapshot is null ? 1 : SnapshotCodec.Read(stream, snapshot).Snapshot.Version;
        var rows = await EntryRowsAsync(stream, from, long.MaxValue, select: null, cancellationToken);
        return StreamAssembly.Assemble(stream, snapshot, rows.Select(row => (TableKeys.ReadVersion(row.RowKey), TableRow.BytesOf(row))));
    }

    /// <summary>At most <paramref name="count"/> entries from a version up, verified against each other and the one before them.</summary>
    public async Task<List<JournalEntry>> ReadEntriesAsync(StreamId stream, long from, int count, CancellationToken cancellationToken)
    {
        var entries = new List<JournalEntry>();
        // The entry before is read with them: the chain goes on from it.
        var first = Math.Max(1, from - 1);
        var last = from > long.MaxValue - count ? long.MaxValue : from + count - 1;
        var rows = await EntryRowsAsync(stream, first, last, select: null, cancellationToken);
        if (rows.Count == 0) return entries;

        var head = StreamHead.Empty;
        if (from > 1)
        {
            if (TableKeys.ReadVersion(rows[0].RowKey) != first) throw Damage.Of(stream, first, "is missing");
            head = new StreamHead(first, ChainWalk.Parse(stream, first, TableRow.BytesOf(rows[0])).Chain);
            rows.RemoveAt(0);
        }

        var walk = new ChainWalk(stream, head);
        foreach (var row in rows) entries.Add(walk.Next(TableKeys.ReadVersion(row.RowKey), TableRow.BytesOf(row)));
        return entries;
    }

    /// <summary>
    /// The version of the newest entry at or before a version; 0 when there is none. The store reads upwards only, so
    /// the newest entry is looked for from the newest snapshot on, by keys alone.
    /// </summary>
    public async Task<long> FindNewestAsync(StreamId stream, long atMost, CancellationToken cancellationToken)
    {
        if (atMost < 1) return 0;
        if (await FindEntryAsync(stream, atMost, cancellationToken) is not null) return atMost;
        var snapshot = await FindBytesAsync(stream, TableKeys.Snapshot(stream), cancellationToken);
        var from = snapshot is null ? 1 : SnapshotCodec.Read(stream, snapshot).Snapshot.Version;
        var rows = await EntryRowsAsync(stream, from, long.MaxValue, TableRow.KeyOnly, cancellationToken);
        return rows.Count == 0 ? 0 : Math.Min(atMost, TableKeys.ReadVersion(rows[^1].RowKey));
    }

    public Task<byte[]?> FindEntryAsync(StreamId stream, long version, CancellationToken cancellationToken) =>
        FindBytesAsync(stream, TableKeys.Entry(stream, version), cancellationToken);

    public async Task<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(TableKeys.Partition(stream.Bucket), TableKeys.Unique(stream, uniqueKey), cancellationToken);
        return row is null ? null : VersionOf(stream, row);
    }

    public static UniqueKeyTakenException UniqueKeyTaken(StreamId stream, UInt128 key, TableEntity row) =>
        new(stream, key, VersionOf(stream, row));

    private static long VersionOf(StreamId stream, TableEntity row)
    {
        var bytes = TableRow.BytesOf(row);
        if (bytes.Length != 8) throw new JournalDamagedException($"Stream {stream.Kind} {stream.Key:x32}: a unique key cannot be read.");
        return BinaryPrimitives.ReadInt64BigEndian(bytes);
    }

    private async Task<byte[]?> FindBytesAsync(StreamId stream, string rowKey, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(TableKeys.Partition(stream.Bucket), rowKey, cancellationToken);
        return row is null ? null : TableRow.BytesOf(row);
    }

    /// <param name="last">Inclusive.</param>
    private Task<List<TableEntity>> EntryRowsAsync(StreamId stream, long from, long last, string[]? select, CancellationToken cancellationToken) =>
        table.RangeAsync(
            TableKeys.Partition(stream.Bucket), TableKeys.Entry(stream, from), TableKeys.Entry(stream, last) + "G", select, cancellationToken);
}
