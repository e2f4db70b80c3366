using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;

namespace CampaignEngine.Domain.Tests.Forecasts;

/// <summary>What limits of plays leave of the traffic, against numbers that can be worked out by hand.</summary>
public class PlayLimitTests
{
    [Theory]
    [InlineData(100, 1_000, 0, 1, Period.Day, 100)] // Nobody comes twice a day.
    [InlineData(100, 1_000, 0.5, 1, Period.Day, 50)] // Half of the events are repeats.
    [InlineData(100, 1_000, 0.5, 2, Period.Day, 75)] // A quarter are second repeats or later.
    [InlineData(100, 10, 0, 1, Period.Day, 10)] // All ten come, ten times each.
    [InlineData(100, 1_000, 0, 1, Period.Campaign, 100)] // The first day: all are new.
    [InlineData(100, 100, 0, 3, Period.Campaign, 100)]
    public void A_limit_of_the_first_day(double events, long users, double repeatRate, int times, Period per, double expected) =>
        Assert.Equal(expected, Plays(events, users, repeatRate, [new(times, per)], day: 0), 1e-6);

    [Theory]
    [InlineData(1, 90)] // A tenth of the thousand have played.
    [InlineData(2, 81)]
    [InlineData(6, 53.1441)]
    public void One_play_in_all_leaves_those_who_have_not_played(int day, double expected) =>
        Assert.Equal(expected, Plays(100, 1_000, 0, [new(1, Period.Campaign)], day), 1e-6);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 90)]
    [InlineData(7, 100)] // The next Monday.
    public void A_week_begins_on_Monday(int day, double expected) =>
        Assert.Equal(expected, Plays(100, 1_000, 0, [new(1, Period.Week)], day), 1e-6);

    [Theory]
    [InlineData(29, 100 * 0.0471013)] // 0.9 to the 29th.
    [InlineData(30, 100)] // The first of July.
    public void A_month_begins_on_its_first(int day, double expected) =>
        Assert.Equal(expected, Plays(100, 1_000, 0, [new(1, Period.Month)], day), 1e-4);

    [Theory]
    [InlineData(0, 10)] // All ten come every day and play once,
    [InlineData(2, 10)]
    [InlineData(3, 0)] // until they have played three times.
    public void The_tightest_limit_counts(int day, double expected) =>
        Assert.Equal(expected, Plays(100, 10, 0, [new(3, Period.Campaign), new(1, Period.Day)], day), 1e-6);

    [Fact]
    public void A_longer_limit_sees_what_a_shorter_one_lets_through()
    {
        // Without the limit a day, a hundred events of each of ten would use up the week's ten plays on Monday.
        CountLimit[] limits = [new(10, Period.Week), new(1, Period.Day)];

        Assert.Equal(10, Plays(1_000, 10, 0, limits, day: 6), 1e-6);
    }

    private static double Plays(double events, long users, double repeatRate, CountLimit[] limits, int day)
    {
        var start = Given.At("2026-06-01T00:00:00Z");
        var days = ForecastDays.Between(start, start.AddDays(40), TimeZoneInfo.Utc);
        var planned = TrafficPlan.Make(new Traffic(events, users, repeatRate, Traffic.EveryDayAlike), limits, days, default)!.Days[day];
        return planned.Events * planned.PlaysPerEvent;
    }
}
