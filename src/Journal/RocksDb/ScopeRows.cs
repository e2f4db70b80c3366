using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>Pages of rows across streams. The caller holds a lease of the journal's state for one page at a time.</summary>
internal sealed class ScopeRows(RocksDbStore store, StreamRows streams)
{
    /// <summary>Rows of a stream that are stepped over before its first is sought: a step costs a fraction of a seek, which reads a block anew.</summary>
    private const int MaxSteps = 16;

    /// <summary>The newest summaries of a bucket's streams, from its last stream to its first.</summary>
    /// <param name="before">The key of the page before; null for the first page.</param>
    /// <returns>The key to go on with; null after the last page.</returns>
    public byte[]? ReadSummaries(Bucket bucket, byte[]? before, int count, List<StreamSummary> page)
    {
        var key = new byte[RocksDbKeys.UniqueLength];
        RocksDbKeys.WriteBucket(key, RocksDbKeys.Rows, bucket);
        var prefix = key.AsSpan(0, RocksDbKeys.BucketLength);
        key.AsSpan(RocksDbKeys.BucketLength).Fill(byte.MaxValue);
        var at = before ?? key;

        using var cursor = store.ScanRows();
        var more = cursor.SeekBack(at);
        for (var read = 0; more && cursor.Key.StartsWith(prefix); read++)
        {
            if (read == count) return at;
            // A stream's last row is its newest entry; the key up to the stream is before all its rows.
            at = cursor.Key[..RocksDbKeys.StreamLength].ToArray();
            if (ReadSummary(cursor) is { } summary) page.Add(summary);
            more = cursor.Previous();
            for (var steps = 0; more && cursor.Key.StartsWith(at); steps++)
                more = steps < MaxSteps ? cursor.Previous() : cursor.SeekBack(at);
        }

        return null;
    }

    /// <returns>The key to go on with; null after the last page.</returns>
    public byte[]? ReadPending(Scope scope, byte[]? after, int count, List<StreamId> page)
    {
        var prefix = new byte[RocksDbKeys.TableLength];
        RocksDbKeys.WriteScope(prefix, RocksDbKeys.Pending, scope);
        using var cursor = store.ScanRows();
        for (var more = cursor.Seek(after ?? prefix); more && cursor.Key.StartsWith(prefix); more = cursor.Next())
        {
            if (page.Count == count) return cursor.Key.ToArray();
            page.Add(RocksDbKeys.ReadStream(cursor.Key));
        }

        return null;
    }

    private StreamSummary? ReadSummary(in RocksDbCursor cursor)
    {
        var stream = RocksDbKeys.ReadStream(cursor.Key);
        if (!RocksDbKeys.IsEntry(cursor.Key)) throw Damage.Of(stream, 1, "is missing");
        var version = RocksDbKeys.ReadVersion(cursor.Key);
        var row = ChainWalk.Parse(stream, version, cursor.Value.ToArray());
        if (row.SummaryVersion == 0) return null;

        if (row.SummaryVersion != version)
        {
            version = row.SummaryVersion;
            row = ChainWalk.Parse(stream, version, streams.ReadRow(stream, version) ?? throw Damage.Of(stream, version, "is missing"));
        }

        try { return new StreamSummary(stream, version, SummaryCodec.Read(row.SummaryBytes)); }
        catch (InvalidDataException e) { throw Damage.Of(stream, version, "has a summary that cannot be read", e); }
    }
}
