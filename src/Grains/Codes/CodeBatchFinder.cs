using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Codes;

/// <summary>Reads the entry that made a batch, which never changes.</summary>
internal sealed class CodeBatchFinder(IJournal journal, EntryCodec codec)
{
    /// <returns>Null when there is no such batch: a lease whose batch was never kept.</returns>
    public async Task<StoredBatchGenerated?> FindAsync(CampaignId campaign, Guid batch)
    {
        var stream = StreamNames.CodeBatches(campaign);
        if (await journal.FindByKeyAsync(stream, BatchKeys.OfBatch(batch)) is not { } version)
            return null;
        await foreach (var entry in journal.ReadEntriesAsync(stream, version))
            return codec.Decode<StoredBatchGenerated>(entry.Public);
        throw new JournalDamagedException($"A key stands for version {version}, which is not there.");
    }
}
