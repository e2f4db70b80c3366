using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Stats;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Stats;

/// <summary>Reads what a log has not counted yet: of each participant whose summary is newer, the entries since.</summary>
internal sealed class ActivityReading(IJournal journal, EntryCodec codec, CampaignId campaign)
{
    /// <summary>So many summaries or entries are handled at once before others have their turn.</summary>
    private const int StepsAtOnce = 256;

    /// <summary>Returns how many entries it counted. Whatever stops it, what it counted is right.</summary>
    public async Task<long> ReadAsync(ActivityLog log, CancellationToken cancellationToken)
    {
        long counted = 0;
        var steps = 0;
        for (byte number = 0; number < Bucket.Count; number++)
        {
            await foreach (var summary in journal.ReadSummariesAsync(new Bucket(StreamNames.ScopeOf(campaign), number), cancellationToken))
            {
                if (++steps % StepsAtOnce == 0)
                    await Task.Yield();
                if (summary.Stream.Kind != StreamKind.Participant)
                    continue;
                var participant = new ParticipantRef(summary.Stream.Key);
                var known = log.VersionOf(participant);
                if (known >= summary.Version)
                    continue;
                await foreach (var entry in journal.ReadEntriesAsync(summary.Stream, known + 1, backwards: false, cancellationToken))
                {
                    var stored = codec.Decode<StoredParticipantEntry>(entry.Public);
                    log.Add(participant, entry.Version, ParticipantStorage.FromStored(stored), entry.Time);
                    counted++;
                    if (++steps % StepsAtOnce == 0)
                        await Task.Yield();
                }
            }
        }

        return counted;
    }
}
