using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Stats;

namespace CampaignEngine.Domain.Tests.Stats;

public sealed class ActivityLogTests
{
    private static readonly ParticipantRef s_ann = new(1);
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
    public void A_gap_is_refused()
    {
        Add(s_ann, 1, 10);

        Assert.Throws<ArgumentOutOfRangeException>(() => Add(s_ann, 3, 10));
        Assert.Equal(1, _log.VersionOf(s_ann));
    }

    private void Add(ParticipantRef participant, long version, long points) =>
        _log.Add(participant, version, new PointsAdjusted(points, 1, []), s_noon);

    private Activity Total() =>
        Assert.Single(Series.Of(_log, SeriesInterval.Hour, s_noon, s_noon.AddMinutes(1), TimeZoneInfo.Utc)).Activity;
}
