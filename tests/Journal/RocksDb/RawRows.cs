using CampaignEngine.Journal.RocksDb;
using RocksDbSharp;
using Db = RocksDbSharp.RocksDb;

namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>The database of a closed journal, behind the journal's back.</summary>
internal static class RawRows
{
    public static void Change(string journal, StreamId stream, long version, Func<byte[], byte[]> change)
    {
        var key = new byte[RocksDbKeys.EntryLength];
        RocksDbKeys.WriteEntry(key, stream, version);
        using var db = Open(journal);
        db.Put(key, change(db.Get(key)));
    }

    public static void Remove(string journal, StreamId stream, long version)
    {
        var key = new byte[RocksDbKeys.EntryLength];
        RocksDbKeys.WriteEntry(key, stream, version);
        using var db = Open(journal);
        db.Remove(key);
    }

    private static Db Open(string journal) => Db.Open(new DbOptions(), Path.Combine(journal, "rocksdb"));
}
