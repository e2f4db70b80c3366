using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Campaigns.Conditions;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Tests.Participants;

/// <summary>Limits and cooldowns of rules, and what <c>maxPointsPerUser</c> cuts.</summary>
public class RuleLimitTests
{
    // A purchase gives 10 from an amount of 5 on, twice a day, and not within 60 s. Earlier uses are seconds ago, of the same day.
    [Theory]
    [InlineData("login", 5, "", RuleReason.OtherEventType, 0)]
    [InlineData("purchase", 4, "10, 80", RuleReason.ConditionFailed, 0)]
    [InlineData("purchase", 5, "10, 80", RuleReason.LimitReached, 0)] // Before the cooldown, which would also refuse.
    [InlineData("purchase", 5, "100, 200", RuleReason.LimitReached, 0)]
    [InlineData("purchase", 5, "0", RuleReason.CoolingDown, 0)]
    [InlineData("purchase", 5, "59", RuleReason.CoolingDown, 0)]
    [InlineData("purchase", 5, "60", RuleReason.Applied, 10)]
    [InlineData("purchase", 5, "", RuleReason.Applied, 10)]
    public void The_first_reason_in_check_order_counts(string type, int amount, string secondsAgo, RuleReason reason, long points)
    {
        var campaign = Given.Campaign(Given.Definition() with { Points = new PointsDefinition([Rule]) });
        var participant = secondsAgo.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).OrderDescending()
            .Aggregate(Participant.New, (one, ago) => After(campaign, one, Given.Monday.AddSeconds(-ago)));

        var explained = Explain(campaign, participant, type, amount);

        Assert.Equal((reason, points), (Assert.Single(explained.Rules).Verdict.Reason, explained.PointsEarned));
    }

    [Fact]
    public void A_reason_says_which_condition_which_limit_and_until_when()
    {
        var campaign = Given.Campaign(Given.Definition() with { Points = new PointsDefinition([Rule]) });
        var once = After(campaign, Participant.New, Given.Monday.AddSeconds(-20));

        Assert.Equal(0, Explain(campaign, once, "purchase", 4).Rules[0].Verdict.Condition);
        Assert.Equal(Given.Monday.AddSeconds(40), Explain(campaign, once, "purchase", 5).Rules[0].Until);
        var twice = After(campaign, once, Given.Monday.AddSeconds(40));
        Assert.Equal(new CountLimit(2, Period.Day), Explain(campaign, twice, "purchase", 5, Given.Monday.AddHours(1)).Rules[0].Verdict.Limit);
    }

    [Fact]
    public void Only_what_gave_points_counts_towards_limits_and_cooldown()
    {
        var perAmount = new PointRule("r", "purchase", [], 0, new PerUnit("metadata.amount", 1, PointRounding.Floor, null))
        {
            Limits = [new CountLimit(1, Period.Campaign)],
            CooldownSeconds = 60,
        };
        var campaign = Given.Campaign(Given.Definition() with { Points = new PointsDefinition([perAmount]) });

        var nothing = Recorded(campaign, Participant.New, Given.Monday, amount: 0);
        Assert.Empty(nothing.Rules);
        Assert.Equal(RuleReason.GaveNothing, Explain(campaign, Participant.New, "purchase", 0).Rules[0].Verdict.Reason);
        var after = Participant.New.Apply(nothing, Given.Monday);

        Assert.Equal(new AppliedRule("r", 7), Assert.Single(Recorded(campaign, after, Given.Monday, amount: 7).Rules));
    }

    [Fact]
    public void A_rule_without_limits_leaves_only_its_points()
    {
        var campaign = Given.Campaign(Given.Definition(points: 100));

        var outcome = Recorded(campaign, Participant.New, Given.Monday, amount: 1);

        Assert.Equal((0, 100, true), (outcome.Rules.Length, outcome.LimitedPoints, outcome.IsCounted));
        Assert.Empty(Participant.New.Apply(outcome, Given.Monday).RuleUses);
    }

    // Two rules of 60 each against limits on what was earned before: 30 today, 50 this month, 80 in all.
    [Theory]
    [InlineData("", 120)]
    [InlineData("day 150", 120)]
    [InlineData("day 149", 119)]
    [InlineData("day 30", 0)]
    [InlineData("day 10", 0)] // The limit was lowered.
    [InlineData("month 100", 50)]
    [InlineData("campaign 100", 20)]
    [InlineData("day 100, month 100, campaign 200", 50)]
    public void What_is_over_a_cap_is_cut_and_never_refused(string caps, long earned)
    {
        var periods = Given.Campaign(Given.Definition()).PeriodsAt(Given.Monday);
        var campaign = Given.Campaign(Given.Definition() with
        {
            Points = new PointsDefinition([new("a", "purchase", [], 60, null), new("b", "purchase", [], 60, null)])
            {
                MaxPointsPerUser = [.. caps.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(cap => cap.Split(' '))
                    .Select(cap => new PointsLimit(long.Parse(cap[1]), Enum.Parse<Period>(cap[0], ignoreCase: true)))],
            },
        });
        var participant = Participant.New with { LimitedPoints = new Tally(80, periods, 30, 40, 50) };

        var outcome = Recorded(campaign, participant, Given.Monday, amount: 1);

        Assert.Equal((earned, earned), (outcome.PointsEarned, outcome.LimitedPoints));
        Assert.Equal(80 + earned, participant.Apply(outcome, Given.Monday).LimitedPoints.Total);
        var cut = Explain(campaign, participant, "purchase", 1).Caps.Select(cap => cap.Cut).DefaultIfEmpty().Max();
        Assert.Equal(120 - earned, cut);
    }

    [Fact]
    public void Milestones_and_prizes_are_not_capped()
    {
        var campaign = Given.Campaign(Given.Definition(
            points: 100, milestones: [new Milestone("m", "M", 10, 70)], game: Given.Game()) with
        {
            Points = new PointsDefinition([new("r", "purchase", [], 100, null)]) { MaxPointsPerUser = [new PointsLimit(10, Period.Campaign)] },
        });

        var plan = Assert.IsType<EventDecision.NeedsClaim>(Begin(campaign, Participant.New, Given.Monday, 1)).Plan;
        var outcome = EventRecorder.Finish(plan, new ClaimOutcome(1, "SUMM-22222222"));

        Assert.Equal((80, 500, 10), (outcome.PointsEarned, outcome.PrizePoints, outcome.LimitedPoints));
    }

    [Fact]
    public void A_changed_definition_applies_from_the_next_event_on_and_uses_are_kept()
    {
        CampaignDefinition With(int times) => Given.Definition() with
        {
            Points = new PointsDefinition([Rule with { When = [], CooldownSeconds = null, Limits = [new CountLimit(times, Period.Campaign)] }]),
        };
        var (one, three) = (Given.Campaign(With(1)), Given.Campaign(With(3), version: 2));

        var first = Recorded(one, Participant.New, Given.Monday, 5);
        var after = Participant.New.Apply(first, Given.Monday);
        var refused = Recorded(one, after, Given.Monday, 5);
        var second = Recorded(three, after, Given.Monday, 5);

        Assert.Equal((10, 0, 10), (first.PointsEarned, refused.PointsEarned, second.PointsEarned));
        Assert.Equal((1, 2), (first.DefinitionVersion, second.DefinitionVersion));
        Assert.Equal(2, after.Apply(second, Given.Monday).RuleUses[0].Uses.Total);
    }

    private static readonly PointRule Rule = new(
        "r", "purchase", [new Condition("metadata.amount", ConditionOperator.Gte, [new Scalar.Number(5m)])], 10, PerUnit: null)
    {
        Limits = [new CountLimit(2, Period.Day)],
        CooldownSeconds = 60,
    };

    private static EventDecision Begin(Campaign campaign, Participant participant, DateTimeOffset now, int amount) =>
        EventRecorder.Begin(campaign, CampaignStatus.Active, participant, Given.Somebody, Event("purchase", amount), now, Given.AnyDraw);

    private static EventRecorded Recorded(Campaign campaign, Participant participant, DateTimeOffset now, int amount) =>
        Assert.IsType<EventDecision.Done>(Begin(campaign, participant, now, amount)).Outcome;

    private static Participant After(Campaign campaign, Participant participant, DateTimeOffset now) =>
        participant.Apply(Recorded(campaign, participant, now, amount: 5), now);

    private static EventExplanation Explain(
        Campaign campaign, Participant participant, string type, int amount, DateTimeOffset? now = null) =>
        EventExplainer.Explain(campaign, CampaignStatus.Active, participant, Event(type, amount), now ?? Given.Monday);

    private static UserEvent Event(string type, int amount) =>
        new(type, JsonDocument.Parse($$"""{"amount":{{amount}}}""").RootElement, OccurredAt: null);
}
