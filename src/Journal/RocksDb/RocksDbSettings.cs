using RocksDbSharp;

namespace CampaignEngine.Journal.RocksDb;

internal static class RocksDbSettings
{
    public static DbOptions Create(RocksDbJournalOptions options, bool isNew)
    {
        var table = new BlockBasedTableOptions()
            .SetBlockCache(Cache.CreateLru(options.BlockCacheBytes))
            .SetFormatVersion(5)
            // The fence and the first read of a new stream ask for rows that are not there: a filter answers without a disk.
            .SetFilterPolicy(BloomFilterPolicy.Create(10, false))
            .SetWholeKeyFiltering(true);

        var settings = new DbOptions()
            .SetCreateIfMissing(isNew)
            .SetErrorIfExists(isNew)
            .SetParanoidChecks(true)
            // A torn tail is what a crash leaves; anything else is damage. What this mode drops too much, the mark file notices.
            .SetWalRecoveryMode(Recovery.TolerateCorruptedTailRecords)
            .SetBlockBasedTableFactory(table)
            .SetCompression(Compression.Lz4)
            .SetWriteBufferSize(options.WriteBufferBytes)
            .SetMaxWriteBufferNumber(3)
            // The log is replayed at start after a crash: its bound bounds the start.
            .SetMaxTotalWalSize(checked(options.WriteBufferBytes * 2))
            // One thread writes, so what many writers need only costs.
            .SetAllowConcurrentMemtableWrite(false)
            .SetEnableWriteThreadAdaptiveYield(false)
            .SetLevelCompactionDynamicLevelBytes(true)
            .SetMaxBackgroundCompactions(2)
            .SetStatsDumpPeriodSec(0)
            .SetInfoLogLevel(InfoLogLevel.Warn)
            .SetKeepLogFileNum(4)
            .SetMaxLogFileSize(4 * 1024 * 1024);
        // Refuses when a closed log that is still needed is missing or shorter than it was.
        Native.Instance.rocksdb_options_set_track_and_verify_wals_in_manifest(settings.Handle, 1);
        return settings;
    }
}
