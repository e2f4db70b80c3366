using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Stats;

/// <summary>
/// Counts participants' entries by the quarter of an hour: since 1972 no zone's midnight lies elsewhere than on one. Of
/// each participant it keeps only how far it has counted.
/// </summary>
public sealed class ActivityLog
{
    private readonly Dictionary<long, Activity> _quarters = [];
    private readonly Dictionary<Key, Counted> _counted = [];
    private long _newest = -1;

    /// <summary>A participantRef in two halves: as one number it would be laid out on 16 bytes, and cost 16 more of each.</summary>
    private readonly record struct Key(ulong Upper, ulong Lower)
    {
        public static Key Of(ParticipantRef participant) => new((ulong)(participant.Value >> 64), (ulong)(participant.Value & ulong.MaxValue));
    }

    /// <summary>The version, and in its lowest bit whether the participant has joined: there are many of them.</summary>
    private readonly record struct Counted(long Bits)
    {
        public Counted(long version, bool hasJoined) : this((version << 1) | (hasJoined ? 1L : 0L))
        {
        }

        public long Version => Bits >> 1;

        public bool HasJoined => (Bits & 1) != 0;
    }

    /// <summary>The end of the newest quarter of an hour in which something happened; null when nothing did.</summary>
    public DateTimeOffset? End => _newest switch
    {
        < 0 => null,
        _ when _newest == Quarter.Of(DateTimeOffset.MaxValue) => DateTimeOffset.MaxValue,
        _ => Quarter.StartOf(_newest + 1),
    };

    /// <summary>The newest entry of a participant that is counted; 0 when none is.</summary>
    public long VersionOf(ParticipantRef participant) => _counted.GetValueOrDefault(Key.Of(participant)).Version;

    /// <summary>Goes on after what is counted of a participant.</summary>
    public ActivityTally Begin(ParticipantRef participant)
    {
        var counted = _counted.GetValueOrDefault(Key.Of(participant));
        return new ActivityTally(counted.Version, counted.HasJoined);
    }

    /// <summary>Takes what was counted of a participant since <see cref="Begin"/>.</summary>
    /// <exception cref="ArgumentException">Another tally of the participant was taken meanwhile.</exception>
    public void Take(ParticipantRef participant, ActivityTally tally)
    {
        if (VersionOf(participant) != tally.FirstVersion)
            throw new ArgumentException("What the tally begins after is not what is counted.", nameof(tally));
        if (tally.Version == tally.FirstVersion)
            return;
        _counted[Key.Of(participant)] = new Counted(tally.Version, tally.HasJoined);
        foreach (var (quarter, activity) in tally.Quarters)
        {
            _quarters[quarter] = At(quarter) + activity;
            _newest = Math.Max(_newest, quarter);
        }
    }

    /// <summary>What happened in a quarter of an hour.</summary>
    internal Activity At(long quarter) => _quarters.GetValueOrDefault(quarter);
}
