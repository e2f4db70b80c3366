using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Stats;

namespace CampaignEngine.Domain.Tests.Stats;

public sealed class ActivityLogTests
{
    private static readonly ParticipantRef s_ann = new(UInt128.MaxValue);
    private static readonly DateTimeOffset s_noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ActivityLog _log = new();

    [Fact]
    public void An_entry_counts_once()
    {
        Add(s_ann, 1, 10);
        Add(s_ann, 1, 10);

        Assert.Equal(new Activity(1, 0, 10, 0, 0), Total());
        Assert.Equal(1, _log.VersionOf(s_ann));
    }

    [Fact]
    public void Who_has_joined_does_not_join_again()
    {
        Add(s_ann, 1, 10);
        Add(s_ann, 2, 10);
        Add(new ParticipantRef(2), 1, 10);

        Assert.Equal(new Activity(2, 0, 30, 0, 0), Total());
    }

    [Fact]
    public void Who_has_only_a_name_has_not_joined()
    {
        _log.Add(s_ann, 1, new ParticipantNamed(), s_noon);
        Assert.Equal(default, Total());

        Add(s_ann, 2, 10);
        Assert.Equal(new Activity(1, 0, 10, 0, 0), Total());
    }

    [Fact]
    public void More_points_than_a_number_holds_are_the_most_that_it_holds()
    {
        Add(s_ann, 1, long.MaxValue);
        Add(new ParticipantRef(2), 1, long.MaxValue);

        Assert.Equal(long.MaxValue, Total().ShownPoints);

        _log.Add(s_ann, 2, new WinVoided(1, long.MaxValue), s_noon);
        _log.Add(s_ann, 3, new WinVoided(2, 1), s_noon);
        Assert.Equal(long.MaxValue - 1, Total().ShownPoints);
    }

    [Fact]
    public void A_gap_is_refused()
    {
        Add(s_ann, 1, 10);

        Assert.Throws<ArgumentOutOfRangeException>(() => Add(s_ann, 3, 10));
        Assert.Equal(1, _log.VersionOf(s_ann));
    }

    [Fact]
    public void A_tally_beside_another_that_was_taken_first_is_refused()
    {
        var (first, second) = (_log.Begin(s_ann), _log.Begin(s_ann));
        foreach (var tally in new[] { first, second })
            tally.Add(1, new PointsAdjusted(10, 1, []), s_noon);
        _log.Take(s_ann, first);

        Assert.Throws<ArgumentException>(() => _log.Take(s_ann, second));
        Assert.Equal(new Activity(1, 0, 10, 0, 0), Total());
    }

    [Fact]
    public void The_end_is_that_of_the_newest_quarter_in_which_something_happened()
    {
        Assert.Null(_log.End);

        Add(s_ann, 1, 10);
        _log.Add(s_ann, 2, new ParticipantNamed(), s_noon.AddDays(1));
        Assert.Equal(s_noon.AddMinutes(15), _log.End);

        _log.Add(s_ann, 3, new PointsAdjusted(1, 1, []), DateTimeOffset.MaxValue);
        Assert.Equal(DateTimeOffset.MaxValue, _log.End);
    }

    [Fact]
    public void A_participant_takes_less_than_60_bytes()
    {
        const int Count = 1_000_000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 1; i <= Count; i++)
            Add(new ParticipantRef((UInt128)i), 1, 10);

        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / Count, 1, 59);
        GC.KeepAlive(_log);
    }

    private void Add(ParticipantRef participant, long version, long points) =>
        _log.Add(participant, version, new PointsAdjusted(points, 1, []), s_noon);

    private Activity Total() =>
        Assert.Single(Series.Of(_log, SeriesInterval.Hour, s_noon, s_noon.AddMinutes(1), TimeZoneInfo.Utc)).Activity;
}
