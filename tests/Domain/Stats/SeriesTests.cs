using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Stats;

namespace CampaignEngine.Domain.Tests.Stats;

public sealed class SeriesTests
{
    private readonly ActivityLog _log = new();
    private UInt128 _participants;

    [Theory]
    [InlineData("2026-06-01T10:20:00Z", "2026-06-01T12:00:00Z", "10,11")]
    [InlineData("2026-06-01T10:00:00Z", "2026-06-01T12:00:01Z", "10,11,12")]
    [InlineData("2026-06-01T10:59:59Z", "2026-06-01T11:00:00Z", "10")]
    [InlineData("2026-06-01T10:00:00Z", "2026-06-01T10:00:00Z", "")]
    [InlineData("2026-06-01T10:00:00+05:30", "2026-06-01T11:00:00+05:30", "4,5")]
    public void Hours_are_those_of_utc_that_the_range_touches(string from, string to, string expected) =>
        Assert.Equal(expected, string.Join(',', Read(SeriesInterval.Hour, from, to, "UTC").Select(point => point.Start.Hour)));

    [Theory]
    [InlineData("UTC", "2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z", "06-01T00:00,06-02T00:00")]
    [InlineData("Europe/Berlin", "2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z", "05-31T22:00,06-01T22:00,06-02T22:00")]
    [InlineData("Europe/Berlin", "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z", "03-28T23:00,03-29T22:00")]
    [InlineData("Europe/Berlin", "2026-10-25T00:00:00Z", "2026-10-26T00:00:00Z", "10-24T22:00,10-25T23:00")]
    [InlineData("Asia/Kolkata", "2026-06-01T18:29:59Z", "2026-06-01T18:30:01Z", "05-31T18:30,06-01T18:30")]
    [InlineData("Asia/Kathmandu", "2026-06-01T18:15:00Z", "2026-06-01T18:15:01Z", "06-01T18:15")]
    [InlineData("Africa/Cairo", "2026-04-23T12:00:00Z", "2026-04-24T12:00:00Z", "04-22T22:00,04-23T22:00")]
    [InlineData("Africa/Cairo", "2026-10-29T12:00:00Z", "2026-10-30T12:00:00Z", "10-28T21:00,10-29T22:00")]
    public void Days_are_those_of_the_zone_and_begin_when_its_clocks_say_so(string zone, string from, string to, string expected) => Assert.Equal(
        expected,
        string.Join(',', Read(SeriesInterval.Day, from, to, zone).Select(point => point.Start.UtcDateTime.ToString("MM-dd'T'HH:mm"))));

    [Fact]
    public void A_point_has_all_of_its_time_also_outside_of_the_range()
    {
        Add("2026-06-01T10:00:00Z", 1);
        Add("2026-06-01T10:59:59.9999999Z", 2);
        Add("2026-06-01T11:00:00Z", 4);

        Assert.Equal([3], PointsOf(SeriesInterval.Hour, "2026-06-01T10:30:00Z", "2026-06-01T10:31:00Z", "UTC"));
        Assert.Equal([7], PointsOf(SeriesInterval.Day, "2026-06-01T10:30:00Z", "2026-06-01T10:31:00Z", "UTC"));
    }

    [Fact]
    public void Days_of_23_and_25_hours_are_one_point_each()
    {
        Add("2026-03-28T23:00:00Z", 1);
        Add("2026-03-29T21:59:00Z", 2);
        Add("2026-03-29T22:00:00Z", 4);
        Add("2026-10-24T22:00:00Z", 8);
        Add("2026-10-25T22:59:00Z", 16);

        Assert.Equal([3, 4], PointsOf(SeriesInterval.Day, "2026-03-29T00:00:00Z", "2026-03-30T12:00:00Z", "Europe/Berlin"));
        Assert.Equal([24], PointsOf(SeriesInterval.Day, "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "Europe/Berlin"));
    }

    [Fact]
    public void The_first_and_the_last_time_there_is_have_a_series()
    {
        Assert.Equal(2, Series.Of(_log, SeriesInterval.Day, DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddHours(30), TimeZoneInfo.Utc).Count);
        Assert.Equal(2, Series.Of(_log, SeriesInterval.Day, DateTimeOffset.MaxValue.AddHours(-30), DateTimeOffset.MaxValue, TimeZoneInfo.Utc).Count);
    }

    private IEnumerable<long> PointsOf(SeriesInterval interval, string from, string to, string zone) =>
        Read(interval, from, to, zone).Select(point => point.Activity.ShownPoints);

    private List<SeriesPoint> Read(SeriesInterval interval, string from, string to, string zone) =>
        Series.Of(_log, interval, At(from), At(to), TimeZoneInfo.FindSystemTimeZoneById(zone));

    private void Add(string time, long points) => _log.Add(new ParticipantRef(++_participants), 1, new PointsAdjusted(points, 1, []), At(time));

    private static DateTimeOffset At(string text) => Rfc3339.TryParse(text, out var time) ? time : throw new ArgumentException(text);
}
