using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Stats;

/// <summary>One participant's entries after those that a log has counted. Many are made side by side, and given to the log.</summary>
public sealed class ActivityTally
{
    private readonly Dictionary<long, Activity> _quarters = [];

    internal ActivityTally(long version, bool hasJoined) => (FirstVersion, Version, HasJoined) = (version, version, hasJoined);

    /// <summary>The newest entry that is counted; 0 when none is.</summary>
    public long Version { get; private set; }

    /// <summary>What <see cref="Version"/> was at the beginning.</summary>
    internal long FirstVersion { get; }

    internal bool HasJoined { get; private set; }

    internal IReadOnlyDictionary<long, Activity> Quarters => _quarters;

    /// <summary>Counts an entry unless it is counted. Entries come in order and without a gap.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Entries before it are missing.</exception>
    public void Add(long version, ParticipantEntry entry, DateTimeOffset time)
    {
        if (version <= Version)
            return;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, Version + 1);
        var activity = Activity.Of(entry);
        if (!HasJoined && Activity.Joins(entry))
        {
            HasJoined = true;
            activity += new Activity(1, 0, 0, 0, 0);
        }

        Version = version;
        if (activity == default)
            return;
        var quarter = Quarter.Of(time);
        _quarters[quarter] = _quarters.GetValueOrDefault(quarter) + activity;
    }
}
