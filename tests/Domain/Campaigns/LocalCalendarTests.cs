using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Tests.Campaigns;

public class LocalCalendarTests
{
    // Day, week and month are given as the dates on which they begin.
    [Theory]
    [InlineData("UTC", "2026-01-01T00:00:00Z", "2026-01-01", "2025-12-29", "2026-01-01")]
    [InlineData("UTC", "2025-12-31T23:59:59.9999999Z", "2025-12-31", "2025-12-29", "2025-12-01")]
    [InlineData("UTC", "2026-06-07T23:59:59Z", "2026-06-07", "2026-06-01", "2026-06-01")]
    [InlineData("UTC", "2026-06-08T00:00:00Z", "2026-06-08", "2026-06-08", "2026-06-01")]
    [InlineData("UTC", "2026-06-01T01:00:00+02:00", "2026-05-31", "2026-05-25", "2026-05-01")]
    // Winter: one hour ahead.
    [InlineData("Europe/Berlin", "2026-01-04T22:59:59Z", "2026-01-04", "2025-12-29", "2026-01-01")]
    [InlineData("Europe/Berlin", "2026-01-04T23:00:00Z", "2026-01-05", "2026-01-05", "2026-01-01")]
    // 29 March 2026 has 23 hours: it begins at 23:00Z and ends at 22:00Z.
    [InlineData("Europe/Berlin", "2026-03-28T22:59:59Z", "2026-03-28", "2026-03-23", "2026-03-01")]
    [InlineData("Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29", "2026-03-23", "2026-03-01")]
    [InlineData("Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29", "2026-03-23", "2026-03-01")]
    [InlineData("Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29", "2026-03-23", "2026-03-01")]
    [InlineData("Europe/Berlin", "2026-03-29T21:59:59Z", "2026-03-29", "2026-03-23", "2026-03-01")]
    [InlineData("Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30", "2026-03-30", "2026-03-01")]
    [InlineData("Europe/Berlin", "2026-03-31T22:00:00Z", "2026-04-01", "2026-03-30", "2026-04-01")]
    // 25 October 2026 has 25 hours: it begins at 22:00Z and ends at 23:00Z.
    [InlineData("Europe/Berlin", "2026-10-24T21:59:59Z", "2026-10-24", "2026-10-19", "2026-10-01")]
    [InlineData("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25", "2026-10-19", "2026-10-01")]
    [InlineData("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25", "2026-10-19", "2026-10-01")]
    [InlineData("Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25", "2026-10-19", "2026-10-01")]
    [InlineData("Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25", "2026-10-19", "2026-10-01")]
    [InlineData("Europe/Berlin", "2026-10-25T23:00:00Z", "2026-10-26", "2026-10-26", "2026-10-01")]
    // 8 March 2026 has 23 hours and 1 November 25, five and four hours behind UTC.
    [InlineData("America/New_York", "2026-03-08T04:59:59Z", "2026-03-07", "2026-03-02", "2026-03-01")]
    [InlineData("America/New_York", "2026-03-08T05:00:00Z", "2026-03-08", "2026-03-02", "2026-03-01")]
    [InlineData("America/New_York", "2026-03-08T06:59:59Z", "2026-03-08", "2026-03-02", "2026-03-01")]
    [InlineData("America/New_York", "2026-03-08T07:00:00Z", "2026-03-08", "2026-03-02", "2026-03-01")]
    [InlineData("America/New_York", "2026-03-09T03:59:59Z", "2026-03-08", "2026-03-02", "2026-03-01")]
    [InlineData("America/New_York", "2026-03-09T04:00:00Z", "2026-03-09", "2026-03-09", "2026-03-01")]
    [InlineData("America/New_York", "2026-11-01T03:59:59Z", "2026-10-31", "2026-10-26", "2026-10-01")]
    [InlineData("America/New_York", "2026-11-01T04:00:00Z", "2026-11-01", "2026-10-26", "2026-11-01")]
    [InlineData("America/New_York", "2026-11-02T04:59:59Z", "2026-11-01", "2026-10-26", "2026-11-01")]
    [InlineData("America/New_York", "2026-11-02T05:00:00Z", "2026-11-02", "2026-11-02", "2026-11-01")]
    // Half an hour is saved here: 5 April 2026 has 24.5 hours, 4 October 23.5.
    [InlineData("Australia/Lord_Howe", "2026-04-04T12:59:59Z", "2026-04-04", "2026-03-30", "2026-04-01")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T13:00:00Z", "2026-04-05", "2026-03-30", "2026-04-01")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T13:29:59Z", "2026-04-05", "2026-03-30", "2026-04-01")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T13:30:00Z", "2026-04-06", "2026-04-06", "2026-04-01")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T12:59:59Z", "2026-10-04", "2026-09-28", "2026-10-01")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T13:00:00Z", "2026-10-05", "2026-10-05", "2026-10-01")]
    // 13:45 ahead in summer, 12:45 in winter, from 5 April 2026.
    [InlineData("Pacific/Chatham", "2026-04-04T10:14:59Z", "2026-04-04", "2026-03-30", "2026-04-01")]
    [InlineData("Pacific/Chatham", "2026-04-04T10:15:00Z", "2026-04-05", "2026-03-30", "2026-04-01")]
    [InlineData("Pacific/Chatham", "2026-04-05T11:14:59Z", "2026-04-05", "2026-03-30", "2026-04-01")]
    [InlineData("Pacific/Chatham", "2026-04-05T11:15:00Z", "2026-04-06", "2026-04-06", "2026-04-01")]
    // Local days that begin at odd times of UTC.
    [InlineData("Asia/Kathmandu", "2026-06-30T18:14:59Z", "2026-06-30", "2026-06-29", "2026-06-01")]
    [InlineData("Asia/Kathmandu", "2026-06-30T18:15:00Z", "2026-07-01", "2026-06-29", "2026-07-01")]
    // Clocks go back at midnight here, so 23:00 to 24:00 comes twice and is the same day twice.
    [InlineData("America/Havana", "2026-11-01T03:59:59Z", "2026-10-31", "2026-10-26", "2026-10-01")]
    [InlineData("America/Havana", "2026-11-01T04:00:00Z", "2026-11-01", "2026-10-26", "2026-11-01")]
    [InlineData("America/Havana", "2026-11-01T05:30:00Z", "2026-11-01", "2026-10-26", "2026-11-01")]
    // Clocks go forward at midnight here: 8 March 2026 begins at 01:00, an hour before it was due.
    [InlineData("America/Havana", "2026-03-08T04:59:59Z", "2026-03-07", "2026-03-02", "2026-03-01")]
    [InlineData("America/Havana", "2026-03-08T05:00:00Z", "2026-03-08", "2026-03-02", "2026-03-01")]
    [InlineData("America/Havana", "2026-03-09T03:59:59Z", "2026-03-08", "2026-03-02", "2026-03-01")]
    [InlineData("America/Havana", "2026-03-09T04:00:00Z", "2026-03-09", "2026-03-09", "2026-03-01")]
    public void The_local_day_week_and_month_of_a_moment(string zone, string now, string day, string week, string month)
    {
        var campaign = InZone(zone);
        var periods = campaign.PeriodsAt(DateTimeOffset.Parse(now));

        Assert.Equal(DateOnly.Parse(day).DayNumber, periods.Day);
        Assert.Equal(DateOnly.Parse(week), DateOnly.FromDayNumber(periods.Week * 7));
        Assert.Equal(DayOfWeek.Monday, DateOnly.FromDayNumber(periods.Week * 7).DayOfWeek);
        Assert.Equal(DateOnly.Parse(month), new DateOnly(1, 1, 1).AddMonths(periods.Month));
    }

    [Theory]
    [InlineData("Etc/GMT+12")]
    [InlineData("Pacific/Kiritimati")]
    public void The_ends_of_time_have_periods_too(string zone)
    {
        var campaign = InZone(zone);
        Assert.InRange(campaign.PeriodsAt(DateTimeOffset.MinValue).Day, 0, 1);
        Assert.InRange(campaign.PeriodsAt(DateTimeOffset.MaxValue).Day, DateOnly.MaxValue.DayNumber - 1, DateOnly.MaxValue.DayNumber);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/St_Johns")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Havana")]
    public void What_is_kept_of_the_last_answer_is_never_wrong(string zone)
    {
        var campaign = InZone(zone);
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        // In these years St. John's and Cairo changed their clocks at one minute past and at midnight.
        for (var moment = new DateTimeOffset(2009, 1, 1, 0, 0, 0, TimeSpan.Zero); moment.Year < 2012; moment = moment.AddMinutes(15))
        {
            foreach (var at in new[] { moment.AddTicks(-1), moment, moment.AddSeconds(59), moment.AddSeconds(60) })
            {
                var local = TimeZoneInfo.ConvertTime(at, info);
                if (DateOnly.FromDateTime(local.DateTime).DayNumber != campaign.PeriodsAt(at).Day)
                    Assert.Fail($"{at:O} is {local:O}.");
            }
        }
    }

    [Fact]
    public void Threads_that_ask_at_once_get_their_own_answers()
    {
        var campaign = InZone("Europe/Berlin");
        var start = new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero);
        Parallel.For(0, 200_000, n =>
        {
            var moment = start.AddHours(n % 48);
            var expected = n % 48 < 11 ? 28 : n % 48 < 34 ? 29 : 30;
            if (campaign.PeriodsAt(moment).Day != new DateOnly(2026, 3, expected).DayNumber)
                Assert.Fail($"{moment:O} is on the {expected}th.");
        });
    }

    private static Campaign InZone(string zone) =>
        Documents.Compile(Documents.With(Documents.Minimal, "/timeZone", $"\"{zone}\""));
}
