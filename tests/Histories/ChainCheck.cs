using CampaignEngine.Journal;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Histories;

/// <summary>I12: every entry's checksum, computed again from the entry and the chain before it.</summary>
internal static class ChainCheck
{
    /// <returns>A sentence when it does not verify.</returns>
    public static async Task<string?> ViolationAsync(IJournal journal, StreamId stream)
    {
        var head = StreamHead.Empty;
        try
        {
            await foreach (var entry in journal.ReadEntriesAsync(stream, 1))
            {
                var chain = EntryChain.Next(
                    head.Chain, stream, head.Version + 1, entry.Time.UtcTicks, entry.Public.Span, entry.PersonalHash.Span);
                if (entry.Version != head.Version + 1 || entry.Chain != chain)
                    return $"I12: entry {entry.Version} of {stream.Kind} {stream.Key:x32} does not fit the chain at {head.Version}";
                head = new StreamHead(entry.Version, chain);
            }

            // From the snapshot on, as a grain that is loaded reads it.
            var read = (await journal.ReadAsync(stream)).Head;
            return read.Version == head.Version && read.Chain == head.Chain
                ? null
                : $"I12: {stream.Kind} {stream.Key:x32} is read to entry {read.Version}, its entries go to {head.Version}";
        }
        catch (JournalDamagedException exception)
        {
            return $"I12: {exception.Message}";
        }
    }
}
