using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Participants;

public class EventOutcomeTests
{
    private static readonly ClaimOutcome Award = new(7, "SUMM-22222222");

    private static readonly ImmutableArray<Milestone> Ladder =
    [
        new("gold", "Gold", 1_000, 25), new("bronze", "Bronze", 500, 50), new("silver", "Silver", 550, 10),
    ];

    // An event of 100 points; milestones at 500 (+50), 550 (+10) and 1,000 (+25); the prize, if any, has 400 points.
    [Theory]
    [InlineData(0, "", null, 100, "")]
    [InlineData(399, "", null, 100, "")]
    [InlineData(400, "", null, 160, "bronze silver")] // Bronze reaches silver.
    [InlineData(450, "", null, 160, "bronze silver")]
    [InlineData(450, "bronze", null, 110, "silver")] // Each fires once.
    [InlineData(450, "bronze silver", null, 100, "")]
    [InlineData(839, "", null, 160, "bronze silver")]
    [InlineData(840, "", null, 185, "bronze silver gold")] // Only together do they reach gold.
    [InlineData(5_000, "", null, 185, "bronze silver gold")] // Added while the campaign runs.
    [InlineData(5_000, "gold", null, 160, "bronze silver")]
    [InlineData(0, "", "won", 160, "bronze silver")] // Only the prize's points reach them.
    [InlineData(0, "", "sold out", 100, "")]
    [InlineData(400, "", "won", 160, "bronze silver")]
    [InlineData(440, "", "won", 185, "bronze silver gold")] // Some before the prize, one because of it.
    [InlineData(439, "", "won", 160, "bronze silver")]
    [InlineData(440, "", "sold out", 160, "bronze silver")]
    public void Points_and_milestones_come_in_order(long total, string already, string? prize, long earned, string reached)
    {
        var campaign = Given.Campaign(Given.Definition(
            milestones: Ladder, game: prize is null ? null : Given.Game(tiers: [Given.Tier("Prize", 1m, points: 400)])));
        var participant = new Participant { TotalPoints = total, Milestones = [.. already.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new FiredMilestone(id, 1))] };

        var outcome = Decide(campaign, participant, claim: prize == "won" ? Award : ClaimOutcome.SoldOut);

        Assert.Equal(earned, outcome.PointsEarned);
        Assert.Equal(prize == "won" ? 400 : 0, outcome.PrizePoints);
        Assert.Equal(reached, string.Join(' ', outcome.MilestonesReached.Select(milestone => milestone.Id)));
        var after = participant.Apply(outcome, Given.Monday);
        Assert.Equal(total + outcome.PointsEarned + outcome.PrizePoints, after.TotalPoints);
        Assert.Equal(
            Ladder.OrderBy(milestone => milestone.Points).FirstOrDefault(milestone => after.Milestones.All(fired => fired.Id != milestone.Id))?.Id,
            NextMilestone.Of(campaign, after)?.Id);
    }

    [Fact]
    public void A_milestone_added_while_running_fires_at_the_next_entry_even_without_points()
    {
        var before = Given.Campaign(Given.Definition());
        var participant = Participant.New.Apply(Decide(before, Participant.New), Given.Monday);
        var after = Given.Campaign(Given.Definition(milestones: [new Milestone("early", "Early", 100, 5)]), version: 2);

        Assert.Equal("early", NextMilestone.Of(after, participant)!.Value.Id);
        var outcome = Decide(after, participant, "login");

        Assert.Equal(new ReachedMilestone("early", "Early", 5), Assert.Single(outcome.MilestonesReached));
        Assert.Equal((5, 2), (outcome.PointsEarned, outcome.DefinitionVersion));
        Assert.Empty(Decide(after, participant.Apply(outcome, Given.Monday), "login").MilestonesReached);
    }

    // Silver is the lower half of all draws, Gold the quarter above it.
    [Theory]
    [InlineData(0.00, 0.01, "Silver")]
    [InlineData(0.49, 0.50, "Silver")]
    [InlineData(0.50, 0.51, "Gold")]
    [InlineData(0.74, 0.75, "Gold")]
    [InlineData(0.75, 0.76, null)]
    [InlineData(0.99, 1.00, null)]
    public void A_draw_hits_a_tier_or_none(double from, double to, string? tier)
    {
        var campaign = Given.Campaign(Given.Definition(game: Given.Game([Given.Tier("Silver", 0.5m), Given.Tier("Gold", 0.25m)])));

        var decision = Begin(campaign, Participant.New, draw: Given.Drawing(from, to));

        Assert.Equal(tier, (decision as EventDecision.NeedsClaim)?.Plan.Tier!.Name);
        if (decision is EventDecision.Done done)
            Assert.Equal(new Play(1, Win: null), done.Outcome.Play);
    }

    [Fact]
    public void A_win_says_what_was_won()
    {
        var campaign = Given.Campaign(Given.Definition(
            game: Given.Game([Given.Tier("None", 0.000000000000000001m), Given.Tier("Gold", 0.9m)])), version: 3);
        var participant = new Participant { Plays = new Tally(4, default, 0, 0, 0) };

        var plan = Assert.IsType<EventDecision.NeedsClaim>(Begin(campaign, participant, draw: WinningPlay(5))).Plan;
        var outcome = EventRecorder.Finish(plan, Award);

        Assert.Equal((5, 100), (plan.Play, plan.Before));
        Assert.Equal(new Play(5, new Win(7, 1, "Gold", "SUMM-22222222", 500, Given.Monday)), outcome.Play);
        Assert.Equal(("purchase", 3, 100, 500), (outcome.EventType, outcome.DefinitionVersion, outcome.PointsEarned, outcome.PrizePoints));
        Assert.Equal(campaign.PeriodsAt(Given.Monday), outcome.Periods);

        static CampaignDraw WinningPlay(long play)
        {
            for (var seed = 0; ; seed++)
            {
                var draw = new CampaignDraw(BitConverter.GetBytes(seed), Given.Id.Value);
                if (draw.Play(Given.Somebody, play) < ulong.MaxValue / 2)
                    return draw;
            }
        }
    }

    [Fact]
    public void A_sold_out_tier_loses_and_uses_the_play()
    {
        var campaign = Given.Campaign(Given.Definition(game: Given.Game()));

        var outcome = Decide(campaign, Participant.New, claim: ClaimOutcome.SoldOut);

        Assert.Equal((100, 0), (outcome.PointsEarned, outcome.PrizePoints));
        Assert.Equal(new Play(1, Win: null), outcome.Play);
    }

    [Theory]
    [InlineData(null, 1_000, true)]
    [InlineData(2, 0, true)]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, false)]
    [InlineData(2, 3, false)]
    public void Who_has_won_often_enough_loses_without_a_claim(int? most, int wins, bool claims)
    {
        var campaign = Given.Campaign(Given.Definition(game: Given.Game(maxWinsPerUser: most)));
        var participant = new Participant { Wins = wins, Plays = new Tally(wins, default, 0, 0, 0) };

        var decision = Begin(campaign, participant);

        Assert.Equal(claims, decision is EventDecision.NeedsClaim);
        if (decision is EventDecision.Done done)
            Assert.Equal(new Play(wins + 1, Win: null), done.Outcome.Play);
    }

    [Fact]
    public void Only_plays_draw()
    {
        var campaign = Given.Campaign(Given.Definition(game: Given.Game()));

        Assert.Null(Assert.IsType<EventDecision.Done>(Begin(campaign, Participant.New, "login")).Outcome.Play);
        Assert.IsType<EventDecision.NeedsClaim>(Begin(campaign, Participant.New, "spin"));
    }

    private static EventDecision Begin(Campaign campaign, Participant participant, string type = "purchase", CampaignDraw? draw = null) =>
        EventRecorder.Begin(
            campaign, CampaignStatus.Active, participant, Given.Somebody, Given.Event(type), Given.Monday, draw ?? Given.AnyDraw);

    private static EventRecorded Decide(
        Campaign campaign, Participant participant, string type = "purchase", ClaimOutcome claim = default) =>
        Begin(campaign, participant, type) switch
        {
            EventDecision.Done done => done.Outcome,
            EventDecision.NeedsClaim claimed => EventRecorder.Finish(claimed.Plan, claim),
            var other => throw new InvalidOperationException($"{other}"),
        };
}
