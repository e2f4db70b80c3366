using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Participants;

public class MilestoneTests
{
    // Adjustments reach milestones as events do, without anything else in between. "each 500 +50" repeats; "once 500 +50" does not.
    [Theory]
    [InlineData("once 500 +50", 0, 499, "", 499)]
    [InlineData("once 500 +50", 0, 500, "once×1 +50", 550)]
    [InlineData("once 500 +50", 0, 5_000, "once×1 +50", 5_050)]
    [InlineData("each 500 +50", 0, 499, "", 499)]
    [InlineData("each 500 +50", 0, 500, "each×1 +50", 550)]
    [InlineData("each 500 +50", 0, 950, "each×2 +100", 1_050)] // The first bonus reaches the second multiple.
    [InlineData("each 500 +50", 0, 5_000, "each×11 +550", 5_550)]
    [InlineData("each 500 +50", 550, 399, "", 949)]
    [InlineData("each 500 +50", 550, 450, "each×1 +50", 1_050)]
    [InlineData("each 2 +1", 0, 1_000_000, "each×999999 +999999", 1_999_999)]
    [InlineData("each 1000000000 +0", 0, 1_000_000_000, "each×1 +0", 1_000_000_000)]
    [InlineData("each 100 +25, once 130 +0", 0, 105, "each×1 +25, once×1 +0", 130)]
    [InlineData("each 100 +25, once 180 +30", 0, 155, "each×2 +50, once×1 +30", 235)] // One reaches the other, and back.
    public void What_a_total_reaches(string milestones, long total, long points, string reached, long after)
    {
        var campaign = Given.Campaign(Given.Definition(milestones: Read(milestones)));
        var participant = total == 0 ? Participant.New : Adjust(campaign, Participant.New, 500).After;
        Assert.Equal(total, participant.TotalPoints);

        var (adjusted, then) = Adjust(campaign, participant, points);

        Assert.Equal(reached, string.Join(", ", adjusted.MilestonesReached.Select(one => $"{one.Id}×{one.Times} +{one.BonusPoints}")));
        Assert.Equal(after, then.TotalPoints);
    }

    // After so many purchases: how often each has fired.
    [Theory]
    [InlineData(2, 0, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(5, 1, 1)]
    [InlineData(6, 1, 2)]
    [InlineData(9, 1, 3)]
    public void A_count_of_events_reaches_a_milestone(int purchases, long once, long each)
    {
        var campaign = Given.Campaign(Given.Definition(points: 0, milestones: [Counting("once", 3), Counting("each", 3) with { Repeats = true }]));
        var participant = Participant.New;
        for (var i = 0; i < purchases; i++)
            participant = Record(campaign, Record(campaign, participant, "purchase"), "login");

        long Times(string id) => participant.Milestones.FirstOrDefault(one => one.Id == id).Times;
        Assert.Equal((once, each, (once + each) * 5), (Times("once"), Times("each"), participant.TotalPoints));
        Assert.Null(NextMilestone.Of(campaign, participant));
    }

    [Fact]
    public void A_count_milestone_added_later_finds_the_events_of_types_that_were_named_and_fires_at_the_next_entry()
    {
        var before = Given.Campaign(Given.Definition(points: 0));
        var participant = Participant.New;
        for (var i = 0; i < 4; i++)
            participant = Record(before, Record(before, participant, "purchase"), "login");
        Assert.Equal([new EventCount("purchase", 4)], participant.EventCounts.AsEnumerable());
        var after = Given.Campaign(Given.Definition(points: 0, milestones:
            [Counting("each", 2) with { Repeats = true }, Counting("logins", 1) with { EventType = "login" }]), version: 2);

        var (adjusted, _) = Adjust(after, participant, 1);

        Assert.Equal(new ReachedMilestone("each", "each", 10) { Times = 2 }, Assert.Single(adjusted.MilestonesReached));
    }

    // Reached so often, with this total: what comes next.
    [Theory]
    [InlineData("once 500 +50", "", 0, "once 500 500")]
    [InlineData("once 500 +50", "once 1", 550, null)]
    [InlineData("once 500 +50", "", 600, "once 500 0")] // Added while running: only the next entry is missing.
    [InlineData("each 500 +50", "each 1", 550, "each 1000 450")]
    [InlineData("each 500 +50", "each 3", 10, "each 2000 1990")] // Points were taken: it does not fire again for them.
    [InlineData("each 500 +50, once 700 +1", "each 1", 600, "once 700 100")]
    [InlineData("each 500 +50, once 1200 +1", "each 1", 600, "each 1000 400")]
    [InlineData("each 1000000000 +1", "each 9000000000", 5, null)] // Raised since it fired so often.
    public void The_nearest_is_next(string milestones, string fired, long total, string? next)
    {
        var campaign = Given.Campaign(Given.Definition(milestones: Read(milestones)));
        var participant = Participant.New with
        {
            TotalPoints = total,
            Milestones = fired.Length == 0 ? [] : [new FiredMilestone(fired.Split(' ')[0], long.Parse(fired.Split(' ')[1]))],
        };

        var nearest = NextMilestone.Of(campaign, participant);

        Assert.Equal(next, nearest is { } one ? $"{one.Id} {one.Points} {one.Remaining}" : null);
    }

    [Theory]
    [InlineData("once 500 +50", "", 0, MilestoneReason.NotReached, 500)]
    [InlineData("once 500 +50", "", 400, MilestoneReason.Applied, null)]
    [InlineData("once 500 +50", "once 1", 400, MilestoneReason.AlreadyReached, null)]
    [InlineData("each 500 +50", "each 1", 850, MilestoneReason.Repeats, 1_000)]
    [InlineData("each 500 +50", "each 1", 900, MilestoneReason.Applied, 1_500)]
    public void An_explanation_says_why_a_milestone_fires_or_not(string milestones, string fired, long total, MilestoneReason reason, int? nextAt)
    {
        var campaign = Given.Campaign(Given.Definition(milestones: Read(milestones)));
        var participant = Participant.New with
        {
            TotalPoints = total,
            Milestones = fired.Length == 0 ? [] : [new FiredMilestone(fired.Split(' ')[0], long.Parse(fired.Split(' ')[1]))],
        };

        var explained = Assert.Single(EventExplainer.Explain(
            campaign, CampaignStatus.Active, participant, Given.Event(), Given.Monday).Milestones);

        Assert.Equal((reason, nextAt), (explained.Reason, explained.NextAt));
        Assert.Equal(reason == MilestoneReason.Applied ? (50, 1) : (0, 0), (explained.BonusPoints, explained.Times));
    }

    private static (PointsAdjusted Entry, Participant After) Adjust(Campaign campaign, Participant participant, long points)
    {
        var adjusted = PointsAdjuster.Adjust(campaign, participant, points)!;
        return (adjusted, participant.Apply(adjusted, Given.Monday));
    }

    private static Participant Record(Campaign campaign, Participant participant, string type) => participant.Apply(
        Assert.IsType<EventDecision.Done>(EventRecorder.Begin(
            campaign, CampaignStatus.Active, participant, Given.Somebody, Given.Event(type), Given.Monday, Given.AnyDraw)).Outcome,
        Given.Monday);

    private static Milestone Counting(string id, int count) => new(id, id, Points: null, BonusPoints: 5) { EventType = "purchase", Count = count };

    /// <summary>Those called "each" repeat.</summary>
    private static ImmutableArray<Milestone> Read(string text) =>
        [.. text.Split(", ").Select(one => one.Split(' ')).Select(one => new Milestone(one[0], one[0], long.Parse(one[1]), long.Parse(one[2]))
        {
            Repeats = one[0] == "each",
        })];
}
