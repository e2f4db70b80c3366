using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Prizes;

/// <summary>The units that were added to a campaign's tiers, as its pool's stream has them.</summary>
internal static class PoolRestocks
{
    /// <param name="tiers">Names in the order of the definition.</param>
    public static async Task<IReadOnlyList<RestockView>> ReadAsync(
        IJournal journal, EntryCodec codec, CampaignId campaign, IReadOnlyList<string> tiers)
    {
        var record = await journal.ReadAsync(StreamNames.PrizePool(campaign));
        var kept = record.Snapshot is { } snapshot ? codec.Decode<StoredPool>(snapshot.State).Added ?? [] : [];
        var since = record.Entries.Select(entry => codec.Decode<StoredPoolEntry>(entry.Public)).OfType<StoredTierRestocked>();
        return [
            .. kept.Select(added => new RestockView(tiers[added.Tier], added.Count, added.At)),
            .. since.Select(added => new RestockView(tiers[added.Tier], added.Added, added.At))];
    }
}
