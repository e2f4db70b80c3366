using System.Runtime.CompilerServices;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Exports;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Grains.Exports;

/// <summary>
/// Reads the streams one after another, with no more in memory than a piece and the participants' names of one bucket (16
/// bytes each). The pool comes before the participants, so that what it calls closed is always found with them.
/// </summary>
[GrainType("export")]
internal sealed class ExportGrain(IGrainContext context, IJournal journal, EntryCodec codec, TimeProvider time) : IExportGrain
{
    private const int PieceBytes = 64 * 1024;

    private readonly CampaignId _campaign = CampaignKey.Parse(context.GrainId.Key.ToString());

    public IAsyncEnumerable<byte[]> Read(string slug) => ReadAsync(slug);

    private async IAsyncEnumerable<byte[]> ReadAsync(string slug, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var writer = new ExportWriter(PieceBytes);
        writer.WriteHeader(_campaign, slug, time.GetUtcNow());
        await foreach (var piece in ReadAsync<StoredCampaignEntry>(writer, StreamNames.Campaign(_campaign), cancellationToken))
            yield return piece;
        await foreach (var piece in ReadAsync<StoredPoolEntry>(writer, StreamNames.PrizePool(_campaign), cancellationToken))
            yield return piece;
        for (byte number = 0; number < Bucket.Count; number++)
        {
            foreach (var participant in await ListAsync(number, cancellationToken))
            {
                var stream = StreamNames.Participant(_campaign, new ParticipantRef(participant));
                await foreach (var piece in ReadAsync<StoredParticipantEntry>(writer, stream, cancellationToken))
                    yield return piece;
            }
        }

        writer.WriteFooter();
        yield return writer.TakePiece();
    }

    private async IAsyncEnumerable<byte[]> ReadAsync<T>(
        ExportWriter writer, StreamId stream, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        await foreach (var entry in journal.ReadEntriesAsync(stream, 1, backwards: false, cancellationToken))
        {
            writer.WriteEntry(stream, entry, codec.Decode<T>(entry.Public));
            if (writer.IsFull)
                yield return writer.TakePiece();
        }

        writer.EndStream();
    }

    /// <summary>The participants of a bucket, in order: those that have a summary. A stream without one has no event.</summary>
    private async Task<List<UInt128>> ListAsync(byte bucket, CancellationToken cancellationToken)
    {
        List<UInt128> participants = [];
        await foreach (var summary in journal.ReadSummariesAsync(new Bucket(StreamNames.ScopeOf(_campaign), bucket), cancellationToken))
        {
            if (summary.Stream.Kind == StreamKind.Participant)
                participants.Add(summary.Stream.Key);
        }

        participants.Sort();
        return participants;
    }
}
