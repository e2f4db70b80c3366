using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Histories;

/// <summary>Reads what a campaign left in the journal, entry by entry: no state that the code under test keeps.</summary>
public sealed class CampaignReader(IJournal journal, EntryCodec codec, CampaignId campaign)
{
    public async Task<IReadOnlyList<StoredCampaignEntry>> CampaignAsync()
    {
        List<StoredCampaignEntry> entries = [];
        await foreach (var entry in journal.ReadEntriesAsync(StreamNames.Campaign(campaign), 1))
            entries.Add(codec.Decode<StoredCampaignEntry>(entry.Public));
        return entries;
    }

    public async Task<IReadOnlyList<StoredPoolEntry>> PoolAsync()
    {
        List<StoredPoolEntry> entries = [];
        await foreach (var entry in journal.ReadEntriesAsync(StreamNames.PrizePool(campaign), 1))
            entries.Add(codec.Decode<StoredPoolEntry>(entry.Public));
        return entries;
    }

    public async Task<IReadOnlyList<T>> PoolAsync<T>() where T : StoredPoolEntry => [.. (await PoolAsync()).OfType<T>()];

    /// <summary>What happened to a batch of codes, and whether it still names somebody.</summary>
    public async Task<IReadOnlyList<(StoredCodeBatchEntry Entry, bool IsPersonal)>> CodesAsync(Guid batch)
    {
        List<(StoredCodeBatchEntry, bool)> entries = [];
        await foreach (var entry in journal.ReadEntriesAsync(StreamNames.CodeBatch(campaign, batch), 1))
            entries.Add((codec.Decode<StoredCodeBatchEntry>(entry.Public), !entry.Personal.IsEmpty));
        return entries;
    }

    public async Task<ParticipantRecord> ParticipantAsync(ParticipantRef participant)
    {
        List<ParticipantEntryRecord> entries = [];
        var stream = StreamNames.Participant(campaign, participant);
        await foreach (var entry in journal.ReadEntriesAsync(stream, 1))
        {
            var person = entry.Personal.IsEmpty ? null : codec.Decode<StoredPersonal>(entry.Personal);
            entries.Add(new(codec.Decode<StoredParticipantEntry>(entry.Public), entry.Time, person?.EventId));
        }

        Summary? summary = null;
        await foreach (var one in journal.ReadSummariesAsync(stream.Bucket))
            summary = one.Stream == stream ? one.Summary : summary;
        return new ParticipantRecord(participant, entries, summary);
    }

    /// <summary>Everybody whom a summary or the pool names.</summary>
    public async Task<IReadOnlyList<ParticipantRecord>> ParticipantsAsync()
    {
        var refs = (await PoolAsync()).Select(entry => entry switch
        {
            StoredPrizeAwarded awarded => awarded.Participant,
            StoredCardLost lost => lost.Participant,
            _ => default(UInt128?),
        }).OfType<UInt128>().ToHashSet();
        for (byte number = 0; number < Bucket.Count; number++)
        {
            await foreach (var summary in journal.ReadSummariesAsync(new Bucket(StreamNames.ScopeOf(campaign), number)))
                refs.Add(summary.Stream.Key);
        }

        List<ParticipantRecord> participants = [];
        foreach (var participant in refs)
            participants.Add(await ParticipantAsync(new ParticipantRef(participant)));
        return participants;
    }

    /// <summary>I12 for the campaign, its pool and these participants.</summary>
    public async Task<IReadOnlyList<string>> BrokenChainsAsync(IEnumerable<ParticipantRef> participants)
    {
        List<string> broken = [];
        foreach (var stream in participants.Select(participant => StreamNames.Participant(campaign, participant))
            .Concat([StreamNames.Campaign(campaign), StreamNames.PrizePool(campaign)]))
        {
            if (await ChainCheck.ViolationAsync(journal, stream) is { } violation)
                broken.Add(violation);
        }

        return broken;
    }

    public async Task<IReadOnlyList<StreamKind>> PendingAsync()
    {
        List<StreamKind> pending = [];
        await foreach (var stream in journal.ReadPendingAsync(StreamNames.ScopeOf(campaign)))
            pending.Add(stream.Kind);
        return pending;
    }
}

/// <param name="EventId">As text, from the personal part; null when the entry is no event.</param>
public sealed record ParticipantEntryRecord(StoredParticipantEntry Entry, DateTimeOffset Time, string? EventId);

public sealed record ParticipantRecord(
    ParticipantRef Ref, IReadOnlyList<ParticipantEntryRecord> Entries, Summary? Summary)
{
    public IEnumerable<StoredEvent> Events => Entries.Select(entry => entry.Entry).OfType<StoredEvent>();

    public IEnumerable<StoredWin> Wins => Events.Select(recorded => recorded.Play?.Win).OfType<StoredWin>();

    public IEnumerable<StoredClaimReleased> Releases => Entries.Select(entry => entry.Entry).OfType<StoredClaimReleased>();
}
