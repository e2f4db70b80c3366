using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Registry.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests;

/// <summary>Faults at one point of one campaign's way: each happens once, to the next append that holds such an entry.</summary>
internal sealed class CampaignFaults(FaultyJournal journal, EntryCodec codec, CampaignId campaign)
{
    /// <typeparam name="TEntry">A stored entry.</typeparam>
    public void AtNext<TEntry>(AppendFault fault)
    {
        var earlier = journal.OnAppend;
        var happened = 0;
        journal.OnAppend = (stream, append) =>
            IsOurs(stream) && append.Entries.Any(entry => Decode(stream.Kind, entry) is TEntry)
                && Interlocked.Exchange(ref happened, 1) == 0
                ? fault
                : earlier?.Invoke(stream, append);
    }

    /// <summary>Stops the next such append before it is written.</summary>
    public Gate StopBeforeNext<TEntry>()
    {
        var gate = new Gate();
        AtNext<TEntry>(AppendFault.PausesBefore(gate));
        return gate;
    }

    /// <summary>Stops the next such append after it was written, before its grain learns of it.</summary>
    public Gate StopAfterNext<TEntry>()
    {
        var gate = new Gate();
        AtNext<TEntry>(AppendFault.PausesAfter(gate));
        return gate;
    }

    /// <summary>Registry and code space belong to all campaigns.</summary>
    private bool IsOurs(StreamId stream) =>
        stream.Scope == StreamNames.ScopeOf(campaign) || stream.Kind is StreamKind.Registry or StreamKind.CodeSpace;

    private object? Decode(StreamKind kind, NewEntry entry) => kind switch
    {
        StreamKind.Registry => codec.Decode<StoredRegistryEntry>(entry.Public),
        StreamKind.Campaign => codec.Decode<StoredCampaignEntry>(entry.Public),
        StreamKind.Participant => codec.Decode<StoredParticipantEntry>(entry.Public),
        StreamKind.PrizePool => codec.Decode<StoredPoolEntry>(entry.Public),
        StreamKind.PrizeCodes => codec.Decode<StoredCodesEntry>(entry.Public),
        StreamKind.CodeBatches => codec.Decode<StoredBatchGenerated>(entry.Public),
        StreamKind.CodeBatch => codec.Decode<StoredCodeBatchEntry>(entry.Public),
        StreamKind.CodeSpace => codec.Decode<CodesLeasedOut>(entry.Public),
        _ => null,
    };
}
