using RocksDbSharp;
using Db = RocksDbSharp.RocksDb;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>The open database: reads with damage turned into one exception, and the one synced write.</summary>
internal sealed class RocksDbStore(Db db) : IDisposable
{
    private static readonly ReadOptions Verified = new ReadOptions().SetVerifyChecksums(true);
    private static readonly ReadOptions Scan = new ReadOptions().SetVerifyChecksums(true).SetFillCache(false);
    private static readonly WriteOptions Synced = new WriteOptions().SetSync(true);

    public ulong LatestSequenceNumber => db.GetLatestSequenceNumber();

    public bool Has(ReadOnlySpan<byte> key)
    {
        try { return db.HasKey(key, null, Verified); }
        catch (RocksDbException e) { throw Damaged(e); }
    }

    public byte[]? Get(ReadOnlySpan<byte> key)
    {
        try { return db.Get(key, null, Verified); }
        catch (RocksDbException e) { throw Damaged(e); }
    }

    public RocksDbCursor Rows() => new(db.NewIterator(null, Verified));

    /// <summary>For reading a lot once: it does not push what grains need out of the cache.</summary>
    public RocksDbCursor ScanRows() => new(db.NewIterator(null, Scan));

    /// <summary>On disk when it returns.</summary>
    public void Write(WriteBatch batch) => db.Write(batch, Synced);

    public void Flush() => db.Flush(new FlushOptions().SetWaitForFlush(true));

    /// <summary>Rewrites the files of a range; the ones before are deleted when it returns.</summary>
    public void Compact(byte[] from, byte[] to)
    {
        db.CompactRange(from, to);
        // Background threads delete what a flush or a compaction leaves. Listing the logs waits until they have.
        var logs = Native.Instance.rocksdb_get_sorted_wal_files(db.Handle);
        Native.Instance.rocksdb_wal_files_destroy(logs);
    }

    /// <summary>Links all files of this moment into a new directory on the same disk.</summary>
    public void SaveCheckpoint(string directory)
    {
        using var checkpoint = db.Checkpoint();
        checkpoint.Save(directory);
    }

    public void Dispose() => db.Dispose();

    public static JournalDamagedException Damaged(RocksDbException e) =>
        new($"The journal's files cannot be read: {e.Message}", e);
}
