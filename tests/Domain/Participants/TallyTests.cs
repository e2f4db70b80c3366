using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Participants;

public class TallyTests
{
    // What a play at the second moment finds of one at the first, in that zone: plays that day, week, month, at all.
    [Theory]
    [InlineData("Europe/Berlin", "2026-06-15T12:00:00Z", "2026-06-15T21:59:59Z", 1, 1, 1)]
    [InlineData("Europe/Berlin", "2026-06-15T12:00:00Z", "2026-06-15T22:00:00Z", 0, 1, 1)] // Midnight in Berlin.
    [InlineData("UTC", "2026-06-15T12:00:00Z", "2026-06-15T22:00:00Z", 1, 1, 1)]
    [InlineData("Europe/Berlin", "2026-06-21T21:59:59Z", "2026-06-21T22:00:00Z", 0, 0, 1)] // Sunday to Monday.
    [InlineData("Europe/Berlin", "2026-06-30T21:59:59Z", "2026-06-30T22:00:00Z", 0, 1, 0)] // June to July, a Wednesday.
    [InlineData("Europe/Berlin", "2026-12-31T22:59:59Z", "2026-12-31T23:00:00Z", 0, 1, 0)] // A week in two years.
    [InlineData("Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", 1, 1, 1)] // A day of 23 hours.
    [InlineData("Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 0, 0, 1)]
    [InlineData("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z", 1, 1, 1)] // A day of 25 hours.
    [InlineData("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 0, 0, 1)]
    [InlineData("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", 1, 1, 1)] // 02:30 comes twice.
    [InlineData("Europe/Berlin", "2026-06-15T12:00:00Z", "2027-06-15T12:00:00Z", 0, 0, 0)] // The same month a year on.
    [InlineData("America/New_York", "2026-06-16T03:59:59Z", "2026-06-16T04:00:00Z", 0, 1, 1)]
    [InlineData("Pacific/Kiritimati", "2026-06-30T09:59:59Z", "2026-06-30T10:00:00Z", 0, 1, 0)] // 14 hours ahead.
    public void Plays_are_counted_in_local_periods(string zone, string first, string second, int day, int week, int month)
    {
        var campaign = Given.Campaign(Given.Definition(timeZone: zone));
        var now = campaign.PeriodsAt(Given.At(second));
        var plays = default(Tally).Add(1, campaign.PeriodsAt(Given.At(first)));

        Assert.Equal((day, week, month, 1), Count(plays, now));
        Assert.Equal((day + 1, week + 1, month + 1, 2), Count(plays.Add(1, now), now));
    }

    [Fact]
    public void Nobody_has_played_before_the_first_play()
    {
        // The first periods that there are have the numbers 0.
        Assert.Equal((0, 0, 0, 0), Count(default, default));
        Assert.Equal((1, 1, 1, 1), Count(default(Tally).Add(1, default), default));
    }

    [Fact]
    public void An_unknown_period_is_a_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Tally).In(default, default));

    // Used plays: 2 today, 3 this week, 4 this month, 5 in all.
    [Theory]
    [InlineData("", null)]
    [InlineData("day 3", 1)]
    [InlineData("day 2", 0)]
    [InlineData("day 1", 0)] // The limit was lowered.
    [InlineData("week 3", 0)]
    [InlineData("week 10", 7)]
    [InlineData("month 10", 6)]
    [InlineData("campaign 10", 5)]
    [InlineData("day 10, week 10, month 10, campaign 10", 5)]
    [InlineData("campaign 10, month 10, week 10, day 4", 2)]
    [InlineData("day 10, week 3", 0)]
    public void The_strictest_limit_tells_how_many_plays_remain(string limits, int? remaining)
    {
        var game = Given.Campaign(Given.Definition(game: Given.Game(maxPlays: [.. limits
            .Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(limit => limit.Split(' '))
            .Select(limit => new CountLimit(int.Parse(limit[1]), Enum.Parse<Period>(limit[0], ignoreCase: true)))]))).InstantWin!;
        var today = new LocalPeriods(700_000, 100_000, 24_000);
        var participant = new Participant { Plays = new Tally(5, today, 2, 3, 4) };

        Assert.Equal(remaining, EventRecorder.PlaysRemaining(game, participant, today));
    }

    private static (long, long, long, long) Count(Tally plays, LocalPeriods now) =>
        (plays.In(Period.Day, now), plays.In(Period.Week, now), plays.In(Period.Month, now), plays.In(Period.Campaign, now));
}
