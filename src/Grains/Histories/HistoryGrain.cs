using CampaignEngine.Grains.Interfaces.Histories;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Orleans.Concurrency;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Grains.Histories;

/// <summary>Reads a participant's entries. Apart from the participant, so that no event waits for a list.</summary>
[GrainType("history"), StatelessWorker]
internal sealed class HistoryGrain : Grain, IHistoryGrain
{
    /// <summary>For one page: entries that are not shown lie between those that are.</summary>
    private const int MaxEntriesRead = 1_000;

    private readonly IJournal _journal;
    private readonly EntryCodec _codec;
    private readonly StreamId _stream;

    public HistoryGrain(IGrainContext context, IJournal journal, EntryCodec codec)
    {
        var (campaign, participant) = ParticipantKey.Parse(context.GrainId.Key.ToString()!);
        (_journal, _codec, _stream) = (journal, codec, StreamNames.Participant(campaign, participant));
    }

    public async ValueTask<HistoryPage> List(long? before, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, HistoryPage.MaxLimit);
        if (before <= 1)
            return new HistoryPage([], null);

        List<HistoryEntry> shown = [];
        var (version, read) = (0L, 0);
        await foreach (var entry in _journal.ReadEntriesAsync(_stream, before - 1 ?? long.MaxValue, backwards: true))
        {
            version = entry.Version;
            var stored = _codec.Decode<StoredParticipantEntry>(entry.Public);
            if (HistoryEntries.IsOfNobody(stored, entry))
                return new HistoryPage(shown, null);
            if (HistoryEntries.Of(stored, entry.Time, PersonIn(entry)) is { } one)
                shown.Add(one);
            if (shown.Count == limit || ++read == MaxEntriesRead)
                break;
        }

        return new HistoryPage(shown, version > 1 ? version : null);
    }

    private StoredPersonal? PersonIn(JournalEntry entry) =>
        entry.Personal.IsEmpty ? null : _codec.Decode<StoredPersonal>(entry.Personal);
}
