using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Stats;

namespace CampaignEngine.Domain.Tests.Stats;

internal static class ActivityLogs
{
    /// <summary>Counts one entry.</summary>
    public static void Add(this ActivityLog log, ParticipantRef participant, long version, ParticipantEntry entry, DateTimeOffset time)
    {
        var tally = log.Begin(participant);
        tally.Add(version, entry, time);
        log.Take(participant, tally);
    }
}
