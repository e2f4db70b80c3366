using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Tests.Participants;

public class StreakTests
{
    // Logins at these hours after Monday noon; the streak after each.
    [Theory]
    [InlineData("0", "1")]
    [InlineData("0, 1, 11.9", "1, 1, 1")]
    [InlineData("0, 12", "1, 2")] // Midnight is what counts, not 24 hours.
    [InlineData("0, 35.9", "1, 2")]
    [InlineData("0, 36", "1, 1")] // A day without.
    [InlineData("0, 24, 48, 72", "1, 2, 3, 4")]
    [InlineData("0, 24, 72, 96", "1, 2, 1, 2")]
    public void Local_days_in_a_row_make_a_streak(string hours, string days) => Assert.Equal(days, string.Join(", ", Days(
        "Europe/Berlin", [.. hours.Split(", ").Select(text => Given.Monday.AddHours(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)))])));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T22:59:59Z, 2026-03-28T23:00:00Z, 2026-03-29T21:59:59Z, 2026-03-29T22:00:00Z", "1, 2, 2, 3")] // 23 hours.
    [InlineData("Europe/Berlin", "2026-10-24T21:59:59Z, 2026-10-24T22:00:00Z, 2026-10-25T22:59:59Z, 2026-10-25T23:00:00Z", "1, 2, 2, 3")] // 25 hours.
    [InlineData("UTC", "2026-03-28T22:59:59Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z", "1, 1, 2")]
    [InlineData("Pacific/Apia", "2011-12-30T09:00:00Z, 2011-12-30T11:00:00Z", "1, 1")] // There was no 30 December in Samoa.
    // Clocks go back from midnight to 23:00: the hour that comes twice belongs to the new day.
    [InlineData("America/Santiago", "2026-04-05T02:30:00Z, 2026-04-05T03:30:00Z, 2026-04-05T04:30:00Z", "1, 1, 2")]
    [InlineData("Africa/Cairo", "2026-10-29T20:30:00Z, 2026-10-29T21:30:00Z, 2026-10-29T22:30:00Z", "1, 1, 2")]
    public void A_day_is_as_long_as_the_time_zone_makes_it(string zone, string times, string days) =>
        Assert.Equal(days, string.Join(", ", Days(zone, [.. times.Split(", ").Select(Given.At)])));

    // 3 points at 1 day, 30 at 3 days, and 10 at every 2nd day; logins on these days of June.
    [Theory]
    [InlineData("15", "3")]
    [InlineData("15, 15", "3, 0")]
    [InlineData("15, 16, 17, 18", "3, 10, 30, 10")]
    [InlineData("15, 17, 18, 19", "3, 0, 10, 30")] // Broken: what does not repeat is given once.
    [InlineData("15, 16, 17, 19, 20, 21", "3, 10, 30, 0, 10, 0")]
    public void Bonuses_are_given_once_or_at_every_multiple(string days, string points)
    {
        var campaign = Campaign("Europe/Berlin", new StreakBonus(1, 3, false), new StreakBonus(3, 30, false), new StreakBonus(2, 10, true));
        var (participant, given) = (Participant.New, new List<long>());
        foreach (var day in days.Split(", ").Select(int.Parse))
        {
            var now = Given.Monday.AddDays(day - 15);
            var outcome = Record(campaign, participant, now, "login");
            given.Add(outcome.PointsEarned);
            participant = participant.Apply(outcome, now);
        }

        Assert.Equal(points, string.Join(", ", given));
    }

    [Theory]
    [InlineData("purchase", 0, 0, 0, StreakReason.OtherEventType)]
    [InlineData("login", 3, 0, 3, StreakReason.DayCounted)] // Three days with today.
    [InlineData("login", 1, 1, 1, StreakReason.NotReached)]
    [InlineData("login", 2, 1, 2, StreakReason.Applied)]
    [InlineData("login", 2, 2, 2, StreakReason.NotReached)] // Broken.
    [InlineData("login", 2, 1, 9, StreakReason.AlreadyReached)]
    public void The_reason_of_a_bonus_at_three_days_comes_in_check_order(string type, int days, int daysAgo, int longest, StreakReason reason)
    {
        var campaign = Campaign("Europe/Berlin", new StreakBonus(3, 30, Repeats: false));
        var today = campaign.PeriodsAt(Given.Monday).Day;
        var participant = Participant.New with { Streak = new Streak(days, today - daysAgo, longest) };

        var explained = EventExplainer.Explain(campaign, CampaignStatus.Active, participant, Given.Event(type), Given.Monday);

        Assert.Equal(reason, Assert.Single(explained.Streak!.Bonuses).Reason);
        Assert.Equal(reason == StreakReason.Applied ? 30 : 0, explained.PointsEarned);
    }

    [Fact]
    public void A_streak_is_shown_through_the_day_after_its_last()
    {
        var streak = new Streak(4, LastDay: 100, Longest: 9);

        Assert.Equal("4 4 0 0", $"{streak.DaysOn(100)} {streak.DaysOn(101)} {streak.DaysOn(102)} {streak.DaysOn(200)}");
    }

    private static IEnumerable<int> Days(string zone, DateTimeOffset[] times)
    {
        var (campaign, participant) = (Campaign(zone), Participant.New);
        foreach (var now in times)
        {
            participant = participant.Apply(Record(campaign, participant, now, "login"), now);
            yield return participant.Streak.Days;
        }
    }

    private static Campaign Campaign(string zone, params StreakBonus[] bonuses) => Given.Campaign(Given.Definition(timeZone: zone) with
    {
        StartsAt = Given.At("2000-01-01T00:00:00Z"),
        EndsAt = Given.At("2100-01-01T00:00:00Z"),
        Points = new PointsDefinition([]),
        Streak = new StreakDefinition(["login"], [.. bonuses]),
    });

    private static EventRecorded Record(Campaign campaign, Participant participant, DateTimeOffset now, string type) =>
        Assert.IsType<EventDecision.Done>(EventRecorder.Begin(
            campaign, CampaignStatus.Active, participant, Given.Somebody, Given.Event(type), now, Given.AnyDraw)).Outcome;
}
