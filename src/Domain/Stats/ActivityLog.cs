using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Stats;

/// <summary>
/// Counts participants' entries by the quarter of an hour: since 1972 no zone's midnight lies elsewhere than on one. Of
/// each participant it keeps only how far it has counted.
/// </summary>
public sealed class ActivityLog
{
    private readonly Dictionary<long, Activity> _quarters = [];
    private readonly Dictionary<ParticipantRef, Counted> _counted = [];

    private readonly record struct Counted(long Version, bool HasJoined);

    /// <summary>The newest entry of a participant that is counted; 0 when none is.</summary>
    public long VersionOf(ParticipantRef participant) => _counted.GetValueOrDefault(participant).Version;

    /// <summary>Counts an entry unless it is counted. A participant's entries come in order and without a gap.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Entries before it are missing.</exception>
    public void Add(ParticipantRef participant, long version, ParticipantEntry entry, DateTimeOffset time)
    {
        var counted = _counted.GetValueOrDefault(participant);
        if (version <= counted.Version)
            return;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, counted.Version + 1);
        var activity = Activity.Of(entry);
        var joins = !counted.HasJoined && Activity.Joins(entry);
        if (joins)
            activity += new Activity(1, 0, 0, 0, 0);
        _counted[participant] = new Counted(version, counted.HasJoined || joins);
        if (activity == default)
            return;
        var quarter = Quarter.Of(time);
        _quarters[quarter] = _quarters.GetValueOrDefault(quarter) + activity;
    }

    /// <summary>What happened in a quarter of an hour.</summary>
    internal Activity At(long quarter) => _quarters.GetValueOrDefault(quarter);
}
