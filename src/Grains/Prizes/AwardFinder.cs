using CampaignEngine.Domain.Prizes;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Grains.Prizes;

/// <summary>Finds entries of a pool without reading them all.</summary>
internal sealed class AwardFinder(IJournal journal, StreamId stream, EntryCodec codec)
{
    public readonly record struct Found<T>(T Entry, DateTimeOffset Time) where T : PoolEntry;

    /// <summary>
    /// The prize whose code the engine made of this number, or null. The numbers ascend through the stream, so it is
    /// halved until the number is found.
    /// </summary>
    public async Task<PrizeAwarded?> ByCodeNumberAsync(long number)
    {
        var (low, high) = (1L, await NewestVersionAsync());
        while (low <= high)
        {
            var middle = low + (high - low) / 2;
            var (version, entry, code) = await FirstAwardAsync(middle, high);
            if (entry is null || code > number)
                high = middle - 1;
            else if (entry is PrizeAwarded awarded && code == number)
                return awarded.OwnCode == 0 ? awarded : null;
            else
                low = version + 1;
        }

        return null;
    }

    /// <summary>The prize that got an uploaded code last, or null when it was never handed out.</summary>
    public async Task<PrizeAwarded?> ByOwnCodeAsync(int tier, int code)
    {
        PrizeAwarded? newest = null;
        // Each return of a code made a key that is there for ever, so this ends with the first that is not.
        for (var returns = 0; await ByKeyAsync<PrizeAwarded>(PoolKeys.OfOwnCode(tier, code, returns)) is { } found; returns++)
            newest = found.Entry;
        return newest;
    }

    public async Task<Found<T>?> ByKeyAsync<T>(UInt128 key) where T : PoolEntry
    {
        if (await journal.FindByKeyAsync(stream, key) is not { } version)
            return null;
        await foreach (var entry in journal.ReadEntriesAsync(stream, version))
            return new Found<T>((T)Decode(entry), entry.Time);
        throw new JournalDamagedException($"A key stands for version {version}, which is not there.");
    }

    private async Task<(long Version, PoolEntry? Entry, long Code)> FirstAwardAsync(long from, long to)
    {
        await foreach (var entry in journal.ReadEntriesAsync(stream, from))
        {
            if (entry.Version > to)
                break;
            switch (Decode(entry))
            {
                case PrizeAwarded awarded:
                    return (entry.Version, awarded, awarded.CodeNumber);
                case CardLost lost:
                    return (entry.Version, lost, lost.NextCode);
            }
        }

        return default;
    }

    private async Task<long> NewestVersionAsync()
    {
        await foreach (var entry in journal.ReadEntriesAsync(stream, long.MaxValue, backwards: true))
            return entry.Version;
        return 0;
    }

    private PoolEntry Decode(JournalEntry entry) => PoolStorage.FromStored(codec.Decode<StoredPoolEntry>(entry.Public));
}
