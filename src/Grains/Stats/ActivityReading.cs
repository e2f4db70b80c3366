using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Stats;
using CampaignEngine.Grains.Leaderboards;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Stats;

/// <summary>Reads what a log has not counted yet: of each participant whose summary is newer, the entries since.</summary>
internal sealed class ActivityReading(IJournal journal, EntryCodec codec, CampaignId campaign, ActivityLog log)
{
    /// <summary>Reads under way at once: enough that a journal over a network is not waited for one by one.</summary>
    private const int StreamsAtOnce = 32;

    private readonly record struct Behind(StreamId Stream, ParticipantRef Participant, ActivityTally Tally);

    /// <summary>Returns how many entries it counted. Whatever stops it, what it counted is right, and the next goes on there.</summary>
    /// <remarks>Entries are read on other threads; the log is touched on the caller's only, between others' turns.</remarks>
    /// <exception cref="JournalUnavailableException">The journal could not be read.</exception>
    public async Task<long> ReadAsync(CancellationToken cancellationToken)
    {
        long counted = 0;
        await SummaryReading.ReadAsync(
            journal, campaign, async summaries => counted += await CountAsync(summaries, cancellationToken), cancellationToken);
        return counted;
    }

    private async Task<long> CountAsync(IReadOnlyList<StreamSummary> summaries, CancellationToken cancellationToken)
    {
        List<Behind> behind = [];
        foreach (var summary in summaries)
        {
            var participant = new ParticipantRef(summary.Stream.Key);
            if (log.VersionOf(participant) < summary.Version)
                behind.Add(new Behind(summary.Stream, participant, log.Begin(participant)));
        }

        if (behind.Count == 0)
            return 0;
        long counted = 0;
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = StreamsAtOnce,
            CancellationToken = cancellationToken,
            TaskScheduler = TaskScheduler.Default,
        };
        try
        {
            await Parallel.ForEachAsync(behind, options, ReadAsync);
        }
        finally
        {
            // A read that was stopped leaves the first of the entries that it wanted: they count, and the next goes on after them.
            foreach (var one in behind)
            {
                var before = log.VersionOf(one.Participant);
                log.Take(one.Participant, one.Tally);
                counted += one.Tally.Version - before;
            }
        }

        return counted;
    }

    private async ValueTask ReadAsync(Behind behind, CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.ReadEntriesAsync(
            behind.Stream, behind.Tally.Version + 1, backwards: false, cancellationToken))
        {
            var stored = codec.Decode<StoredParticipantEntry>(entry.Public);
            behind.Tally.Add(entry.Version, ParticipantStorage.FromStored(stored), entry.Time);
        }
    }
}
