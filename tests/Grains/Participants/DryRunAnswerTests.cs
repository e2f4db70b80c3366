using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Participants;

namespace CampaignEngine.Grains.Tests.Participants;

public class DryRunAnswerTests
{
    private static readonly EventExplanation Nothing = new(null, 0, 5, [], [], null, [], null);

    [Fact]
    public void What_the_campaign_has_not_is_not_shown() => Check(
        """{"refusal":null,"pointsEarned":0,"totalPoints":5,"rules":[],"maxPointsPerUser":[],"milestones":[]}""", Nothing);

    [Fact]
    public void A_refusal_has_the_name_that_an_event_would_get() => Check(
        """{"refusal":"campaign_not_active","pointsEarned":0,"totalPoints":5,"rules":[],"maxPointsPerUser":[],"milestones":[]}""",
        Nothing with { Refusal = EventRefusal.CampaignNotActive });

    [Theory]
    [InlineData(EventRefusal.CampaignNotActive, "campaign_not_active")]
    [InlineData(EventRefusal.OccurredInFuture, "occurred_in_future")]
    [InlineData(EventRefusal.PlaysExceeded, "plays_exceeded")]
    [InlineData(EventRefusal.PointsOverflow, "points_overflow")]
    public void Refusals_are_named_as_errors_are(EventRefusal refusal, string name) =>
        Assert.Contains($"\"refusal\":\"{name}\"", Write(Nothing with { Refusal = refusal }));

    [Fact]
    public void Rules_and_caps_say_why() => Check(
        """{"refusal":null,"pointsEarned":0,"totalPoints":5,"rules":["""
        + """{"id":"a","reason":"other_event_type","points":0},{"id":"b","reason":"condition_failed","points":0,"condition":1},"""
        + """{"id":"c","reason":"limit_reached","points":0,"limit":{"times":2,"per":"week"}},"""
        + """{"id":"d","reason":"cooling_down","points":0,"until":"2026-06-15T12:00:00Z"},{"id":"e","reason":"gave_nothing","points":0},"""
        + """{"id":"f","reason":"applied","points":7}],"maxPointsPerUser":[{"points":10,"per":"day","reason":"cut_by_cap","left":3,"cut":4},"""
        + """{"points":99,"per":"campaign","reason":"not_reached","left":90,"cut":0}],"milestones":[]}""",
        Nothing with
        {
            Rules =
            [
                new("a", new RuleVerdict(RuleReason.OtherEventType), null),
                new("b", new RuleVerdict(RuleReason.ConditionFailed, Condition: 1), null),
                new("c", new RuleVerdict(RuleReason.LimitReached, Limit: new CountLimit(2, Period.Week)), null),
                new("d", new RuleVerdict(RuleReason.CoolingDown, LastAt: Given.Noon), Given.Noon),
                new("e", new RuleVerdict(RuleReason.GaveNothing), null),
                new("f", new RuleVerdict(RuleReason.Applied, 7), null),
            ],
            Caps = [new(new PointsLimit(10, Period.Day), 3, 4), new(new PointsLimit(99, Period.Campaign), 90, 0)],
        });

    [Fact]
    public void Streak_and_milestones_say_why() => Check(
        """{"refusal":null,"pointsEarned":0,"totalPoints":5,"rules":[],"maxPointsPerUser":[],"streak":{"days":3,"bonuses":["""
        + """{"days":3,"reason":"applied","points":30},{"days":7,"reason":"not_reached","points":0}]},"milestones":["""
        + """{"id":"m","reason":"repeats","bonusPoints":0,"times":0,"value":5,"nextAt":10},{"id":"n","reason":"already_reached","bonusPoints":0,"times":0,"value":5,"nextAt":null}]}""",
        Nothing with
        {
            Streak = new(3, [new(new StreakBonus(3, 30, false), StreakReason.Applied), new(new StreakBonus(7, 70, true), StreakReason.NotReached)]),
            Milestones =
            [
                new(new Milestone("m", "M", 5, 1), MilestoneReason.Repeats, 0, 0, 5, 10),
                new(new Milestone("n", "N", 1, 1), MilestoneReason.AlreadyReached, 0, 0, 5, null),
            ],
        });

    [Fact]
    public void A_play_has_odds_only_in_the_mode_odds()
    {
        Check(
            """{"refusal":null,"pointsEarned":0,"totalPoints":5,"rules":[],"maxPointsPerUser":[],"milestones":[],"instantWin":{"wouldPlay":true,"reason":"applied","""
            + """ "playsRemaining":2,"canWin":false,"ineligible":"wins_reached","mode":"odds","tiers":[{"name":"Gold","odds":0.001}]}}""".TrimStart(),
            Nothing with
            {
                Play = new(PlayReason.Applied, null, 2, IneligibleReason.WinsReached, InstantWinMode.Odds, [new PrizeTier(0, "Gold", 1, 0.001m, 5, "")]),
            });
        Check(
            """{"refusal":null,"pointsEarned":0,"totalPoints":5,"rules":[],"maxPointsPerUser":[],"milestones":[],"instantWin":{"wouldPlay":false,"reason":"condition_failed","condition":0,"""
            + """ "playsRemaining":null,"canWin":true,"ineligible":null,"mode":"deck"}}""".TrimStart(),
            Nothing with { Play = new(PlayReason.ConditionFailed, 0, null, null, InstantWinMode.Deck, []) });
    }

    private static void Check(string expected, EventExplanation explained) => Assert.Equal(expected, Write(explained));

    private static string Write(EventExplanation explained) => Encoding.UTF8.GetString(DryRunAnswer.Write(explained));
}
