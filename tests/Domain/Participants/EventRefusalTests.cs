using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Participants;

public class EventRefusalTests
{
    private const long Max = (1L << 53) - 1;
    private const string Before = "2026-05-31T23:59:59.9999999+02:00";
    private const string Start = "2026-06-01T00:00:00+02:00";
    private const string Last = "2026-08-31T23:59:59.9999999+02:00";
    private const string End = "2026-09-01T00:00:00+02:00";

    private const EventRefusal NotActive = EventRefusal.CampaignNotActive;
    private const EventRefusal InFuture = EventRefusal.OccurredInFuture;
    private const EventRefusal NoPlays = EventRefusal.PlaysExceeded;
    private const EventRefusal Overflow = EventRefusal.PointsOverflow;

    // One play a campaign; 100 points and at most 500 more from a prize. Ahead is in ticks of 100 ns.
    [Theory]
    [InlineData(CampaignStatus.Active, Start, null, 0, 0, null)]
    [InlineData(CampaignStatus.Active, Last, null, 0, 0, null)]
    [InlineData(CampaignStatus.Draft, Start, 3_000_000_001L, 1, Max, NotActive)]
    [InlineData(CampaignStatus.Paused, Start, 3_000_000_001L, 1, Max, NotActive)]
    [InlineData(CampaignStatus.Ended, Start, 3_000_000_001L, 1, Max, NotActive)]
    [InlineData(CampaignStatus.Active, Before, 3_000_000_001L, 1, Max, NotActive)]
    [InlineData(CampaignStatus.Active, End, 3_000_000_001L, 1, Max, NotActive)]
    [InlineData(CampaignStatus.Active, Start, 3_000_000_001L, 1, Max, InFuture)]
    [InlineData(CampaignStatus.Active, Start, 3_000_000_000L, 1, Max, NoPlays)]
    [InlineData(CampaignStatus.Active, Start, 3_000_000_000L, 0, 0, null)]
    [InlineData(CampaignStatus.Active, Start, -1_000_000_000_000_000L, 0, 0, null)]
    [InlineData(CampaignStatus.Active, Start, null, 1, Max, NoPlays)]
    [InlineData(CampaignStatus.Active, Start, null, 0, Max, Overflow)]
    [InlineData(CampaignStatus.Active, Start, null, 0, Max - 599, Overflow)]
    [InlineData(CampaignStatus.Active, Start, null, 0, Max - 600, null)]
    public void The_first_reason_in_check_order_refuses(
        CampaignStatus status, string now, long? ticksAhead, long plays, long total, EventRefusal? expected)
    {
        var campaign = Given.Campaign(Given.Definition(game: Given.Game(maxPlays: [new CountLimit(1, Period.Campaign)])));
        var participant = new Participant { TotalPoints = total, Plays = new Tally(plays, default, 0, 0, 0) };
        var moment = Given.At(now);

        var decision = EventRecorder.Begin(
            campaign, status, participant, Given.Somebody,
            Given.Event(occurredAt: ticksAhead is { } ticks ? moment.AddTicks(ticks) : null), moment, Given.AnyDraw);

        Assert.Equal(expected, (decision as EventDecision.Refused)?.Reason);
    }

    // The game's last play was on Monday 15 June.
    [Theory]
    [InlineData(Period.Day, "2026-06-15T23:59:59.9999999+02:00", true)]
    [InlineData(Period.Day, "2026-06-16T00:00:00+02:00", false)]
    [InlineData(Period.Week, "2026-06-21T23:59:59.9999999+02:00", true)]
    [InlineData(Period.Week, "2026-06-22T00:00:00+02:00", false)]
    [InlineData(Period.Month, "2026-06-30T23:59:59.9999999+02:00", true)]
    [InlineData(Period.Month, "2026-07-01T00:00:00+02:00", false)]
    [InlineData(Period.Campaign, "2026-08-31T23:59:59.9999999+02:00", true)]
    public void Plays_are_limited_in_each_period(Period period, string then, bool exceeded)
    {
        var now = Given.At(then);
        foreach (var recordWithoutPlay in new[] { false, true })
        {
            var campaign = Given.Campaign(Given.Definition(
                game: Given.Game(maxPlays: [new CountLimit(1_000_000, Period.Campaign), new CountLimit(2, period)], recordWithoutPlay: recordWithoutPlay)));
            var participant = Participant.New;
            for (var play = 1; play <= 2; play++)
            {
                var earlier = Assert.IsType<EventDecision.NeedsClaim>(Begin(campaign, participant, Given.Monday));
                Assert.Equal(play, earlier.Plan.Play);
                participant = participant.Apply(EventRecorder.Finish(earlier.Plan, ClaimOutcome.SoldOut), Given.Monday);
            }

            Assert.Equal(exceeded ? 0 : 2, EventRecorder.PlaysRemaining(campaign.InstantWin!, participant, campaign.PeriodsAt(now)) switch
            {
                > 2 => 2,
                var left => left,
            });

            switch (Begin(campaign, participant, now))
            {
                case EventDecision.Refused refused:
                    Assert.True(exceeded && !recordWithoutPlay);
                    Assert.Equal(NoPlays, refused.Reason);
                    break;
                case EventDecision.Done done:
                    Assert.True(exceeded && recordWithoutPlay);
                    Assert.Null(done.Outcome.Play);
                    Assert.Equal(100, done.Outcome.PointsEarned);
                    break;
                case EventDecision.NeedsClaim claim:
                    Assert.False(exceeded);
                    Assert.Equal(3, claim.Plan.Play);
                    break;
            }
        }
    }

    [Fact]
    public void An_event_that_is_no_play_is_not_limited_by_plays()
    {
        var campaign = Given.Campaign(Given.Definition(game: Given.Game(maxPlays: [new CountLimit(1, Period.Campaign)])));
        var participant = new Participant { Plays = new Tally(1, default, 1, 1, 1) };

        var done = Assert.IsType<EventDecision.Done>(Begin(campaign, participant, Given.Monday, "login"));

        Assert.Null(done.Outcome.Play);
    }

    // 100 points, milestones with 20 in sum (one of them reached), tiers with 500 and 30.
    [Theory]
    [InlineData("purchase", 0, 100 + 20 + 500)]
    [InlineData("purchase", 1, 100 + 20)]
    [InlineData("spin", 0, 20 + 500)]
    [InlineData("login", 0, 20)]
    public void The_largest_outcome_decides_whether_a_total_can_pass_the_limit(string type, int playsUsed, long largest)
    {
        var campaign = Given.Campaign(Given.Definition(
            milestones: [new Milestone("a", "A", 10, 5), new Milestone("b", "B", 11, 7), new Milestone("c", "C", 12, 13)],
            game: Given.Game(
                tiers: [Given.Tier("Silver", 0.4m, points: 30), Given.Tier("Gold", 0.1m)],
                maxPlays: [new CountLimit(1, Period.Campaign)],
                recordWithoutPlay: true)));
        Participant At(long total) => new()
        {
            TotalPoints = total,
            Milestones = [new FiredMilestone("a", 1)],
            Plays = new Tally(playsUsed, default, 0, 0, 0),
        };

        Assert.IsNotType<EventDecision.Refused>(Begin(campaign, At(Max - largest), Given.Monday, type));
        Assert.Equal(Overflow, Assert.IsType<EventDecision.Refused>(Begin(campaign, At(Max - largest + 1), Given.Monday, type)).Reason);
    }

    [Fact]
    public void A_total_may_reach_the_limit_exactly()
    {
        var campaign = Given.Campaign(Given.Definition(milestones: [new Milestone("a", "A", 10, 5)], game: Given.Game()));
        var participant = new Participant { TotalPoints = Max - 605 };

        var plan = Assert.IsType<EventDecision.NeedsClaim>(Begin(campaign, participant, Given.Monday)).Plan;
        var after = participant.Apply(EventRecorder.Finish(plan, new ClaimOutcome(1, "SUMM-22222222")), Given.Monday);

        Assert.Equal(Max, after.TotalPoints);
    }

    [Fact]
    public void Refusals_keep_their_numbers() => Assert.Equal(
        ["CampaignNotActive=1", "OccurredInFuture=2", "PlaysExceeded=3", "PointsOverflow=4"],
        Enum.GetValues<EventRefusal>().Select(reason => $"{reason}={(int)reason}"));

    private static EventDecision Begin(Campaign campaign, Participant participant, DateTimeOffset now, string type = "purchase") =>
        EventRecorder.Begin(campaign, CampaignStatus.Active, participant, Given.Somebody, Given.Event(type), now, Given.AnyDraw);
}
