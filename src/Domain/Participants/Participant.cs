using System.Collections.Immutable;

namespace CampaignEngine.Domain.Participants;

/// <summary>What a participant's entries add up to.</summary>
public sealed record Participant
{
    public static readonly Participant New = new();

    /// <summary>Larger totals could not be read exactly by clients whose numbers are binary floats.</summary>
    public const long MaxTotalPoints = (1L << 53) - 1;

    public long TotalPoints { get; init; }

    public long EventsCount { get; init; }

    /// <summary>Plays so far; the next one has this number plus one.</summary>
    public PlayCount Plays { get; init; }

    public int Wins { get; init; }

    /// <summary>The award of the last committed win, or 0.</summary>
    public long LastAward { get; init; }

    /// <summary>The award given back last, or 0.</summary>
    public long LastReleased { get; init; }

    /// <summary>Ids of the milestones reached, in order of reaching.</summary>
    public ImmutableArray<string> MilestonesReached { get; init; } = [];

    /// <summary>The newest wins, newest last, at most <see cref="MaxRecentWins"/>; all of them are in the entries.</summary>
    public ImmutableArray<Win> RecentWins { get; init; } = [];

    public const int MaxRecentWins = 20;

    /// <summary>When the first event was recorded; null while there is none: a stream of releases alone is not a participant.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>When the present total was reached.</summary>
    public DateTimeOffset ReachedAt { get; init; }

    /// <summary>The time of the newest entry. A stream's time never runs backwards.</summary>
    public DateTimeOffset LastEntryAt { get; init; }

    /// <summary>Folds what happened at <paramref name="time"/>.</summary>
    public Participant Apply(ParticipantEntry entry, DateTimeOffset time) => entry switch
    {
        EventRecorded recorded => Apply(recorded, time),
        ClaimReleased released => this with { LastReleased = released.Award, LastEntryAt = time },
        _ => throw new InvalidOperationException($"A participant cannot fold {entry.GetType().Name}."),
    };

    private Participant Apply(EventRecorded recorded, DateTimeOffset time)
    {
        var earned = recorded.PointsEarned + recorded.PrizePoints;
        var win = recorded.Play?.Win;
        return this with
        {
            TotalPoints = TotalPoints + earned,
            EventsCount = EventsCount + 1,
            Plays = recorded.Play is { } play ? Plays.With(play.Number, recorded.Periods) : Plays,
            Wins = win is null ? Wins : Wins + 1,
            LastAward = win?.Award ?? LastAward,
            RecentWins = win is null ? RecentWins : Newest(win),
            MilestonesReached = recorded.MilestonesReached.IsEmpty
                ? MilestonesReached
                : MilestonesReached.AddRange(recorded.MilestonesReached.Select(milestone => milestone.Id)),
            JoinedAt = JoinedAt ?? time,
            ReachedAt = earned != 0 || JoinedAt is null ? time : ReachedAt,
            LastEntryAt = time,
        };
    }

    private ImmutableArray<Win> Newest(Win win) =>
        (RecentWins.Length < MaxRecentWins ? RecentWins : RecentWins.RemoveAt(0)).Add(win);
}
