using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Loads participants without something that their events hold: what a grain knows by itself, it knows until it is gone.</summary>
internal sealed class ForgetfulJournal(IJournal inner, Func<StoredEvent, StoredEvent> forget) : BrokenJournal(inner)
{
    private static readonly EntryCodec s_codec = new(new ServiceCollection()
        .AddSerializer(builder => builder.AddAssembly(typeof(EntryCodec).Assembly).AddAssembly(typeof(CampaignKey).Assembly))
        .BuildServiceProvider().GetRequiredService<Serializer>());

    public override async ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        var record = await Inner.ReadAsync(stream, cancellationToken);
        return stream.Kind == StreamKind.Participant ? record with { Entries = [.. record.Entries.Select(Forget)] } : record;
    }

    private JournalEntry Forget(JournalEntry entry) => s_codec.Decode<StoredParticipantEntry>(entry.Public) is StoredEvent recorded
        ? entry with { Public = s_codec.Encode<StoredParticipantEntry>(forget(recorded)) }
        : entry;
}
