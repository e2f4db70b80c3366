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
            // A log that is written over changes no file length, which saves every sync the write of an inode: a quarter
            // of the events per second. See RecycledLogs for what stays in it.
            .SetRecycleLogFileNum(2)
            // Reads up to the first record that does not verify: a torn tail, what a recycled log held before, or damage.
            // Which of them it was, the mark file tells.
            .SetWalRecoveryMode(Recovery.PointInTime)
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
