using CampaignEngine.Journal;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Histories;

/// <summary>I12: every entry's checksum, computed again from the entry and the chain before it.</summary>
public static class ChainCheck
{
    /// <param name="entries">All of the stream, from the first.</param>
    /// <param name="loaded">Where the stream ends for who loads it from its snapshot.</param>
    /// <returns>A sentence when they do not verify.</returns>
    public static string? Violation(StreamId stream, IEnumerable<JournalEntry> entries, StreamHead loaded)
    {
        var head = StreamHead.Empty;
        foreach (var entry in entries)
        {
            var chain = EntryChain.Next(
                head.Chain, stream, head.Version + 1, entry.Time.UtcTicks, entry.Public.Span, entry.PersonalHash.Span);
            if (entry.Version != head.Version + 1 || entry.Chain != chain)
                return $"I12: entry {entry.Version} of {stream.Kind} {stream.Key:x32} does not follow entry {head.Version}";
            head = new StreamHead(entry.Version, chain);
        }

        return loaded.Version == head.Version && loaded.Chain == head.Chain
            ? null
            : $"I12: {stream.Kind} {stream.Key:x32} is loaded up to entry {loaded.Version}, and has {head.Version}";
    }

    internal static async Task<string?> ViolationAsync(IJournal journal, StreamId stream)
    {
        try
        {
            List<JournalEntry> entries = [];
            await foreach (var entry in journal.ReadEntriesAsync(stream, 1))
                entries.Add(entry);
            return Violation(stream, entries, (await journal.ReadAsync(stream)).Head);
        }
        catch (JournalDamagedException exception)
        {
            return $"I12: {exception.Message}";
        }
    }
}
