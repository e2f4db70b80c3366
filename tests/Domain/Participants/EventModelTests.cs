using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Tests.Participants;

/// <summary>Random campaigns and histories, decided twice: by the domain and by <see cref="NaiveParticipant"/>.</summary>
public class EventModelTests
{
    private static readonly string[] EventTypes = ["purchase", "login", "spin", "unknown"];

    [Fact]
    public void The_domain_and_a_naive_model_decide_alike()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < 400; seed++)
            Compare(seed, seen);

        // What the histories must contain to be worth anything.
        string[] expected =
        [
            "refused: PlaysExceeded", "refused: PointsOverflow", "lost", "won", "sold out", "no play", "milestone",
            "two milestones", "milestone by prize",
        ];
        Assert.Equal(expected.Order(), seen.Order());
    }

    private static void Compare(int seed, HashSet<string> seen)
    {
        var random = new Random(seed);
        var (drawSeed, now) = (new byte[32], Given.Monday);
        random.NextBytes(drawSeed);
        var draw = new CampaignDraw(drawSeed, Given.Id.Value);
        var (definition, version) = (RandomDefinition(random, previous: null), 1);
        var campaign = Given.Campaign(definition);
        var participant = Participant.New;
        var model = new NaiveParticipant();

        for (var step = 0; step < 40; step++)
        {
            if (random.Next(20) == 0)
            {
                definition = RandomDefinition(random, definition);
                campaign = Given.Campaign(definition, ++version);
            }

            now = now.AddMinutes(random.Next(1, 60 * 12));
            var eventType = EventTypes[random.Next(EventTypes.Length)];
            var hasStock = random.Next(3) > 0;
            var line = model.Record(definition, eventType, now.UtcDateTime, drawSeed, Given.Id.Value, Given.Somebody.Value, () => hasStock);

            var before = participant;
            var decision = EventRecorder.Begin(
                campaign, CampaignStatus.Active, participant, Given.Somebody, Given.Event(eventType), now, draw);
            var outcome = decision switch
            {
                EventDecision.Done done => done.Outcome,
                EventDecision.NeedsClaim claim => EventRecorder.Finish(
                    claim.Plan, hasStock ? new ClaimOutcome(step + 1, $"SUMM-{step}") : ClaimOutcome.SoldOut),
                _ => null,
            };

            participant = outcome is null ? participant : participant.Apply(outcome, now);
            Assert.Equal($"{seed}/{step}: {line}", $"{seed}/{step}: {Line(decision, outcome, participant)}");
            if (outcome is not null)
                Assert.Equal(before.TotalPoints + outcome.PointsEarned + outcome.PrizePoints, participant.TotalPoints);
            Note(seen, line, decision, outcome);
            CheckState(definition, campaign, participant, model, now);
        }
    }

    private static string Line(EventDecision decision, EventRecorded? outcome, Participant after)
    {
        if (decision is EventDecision.Refused refused)
            return $"refused: {refused.Reason}";
        var played = outcome!.Play is not { } play ? ""
            : $"play {play.Number} {(play.Win is { } win ? $"won {win.TierName}" : decision is EventDecision.NeedsClaim ? "sold out" : "lost")}";
        return $"{outcome.PointsEarned} + {outcome.PrizePoints} = {after.TotalPoints}, [{string.Join(' ', outcome.MilestonesReached.Select(one => one.Id))}], {played}";
    }

    private static void CheckState(
        CampaignDefinition definition, Campaign campaign, Participant participant, NaiveParticipant model, DateTimeOffset now)
    {
        Assert.Equal(model.Total, participant.TotalPoints);
        Assert.Equal((model.Plays, model.Wins), (participant.Plays.Total, participant.Wins));
        Assert.Equal(model.Reached, participant.Milestones.Select(milestone => milestone.Id));
        Assert.Equal(
            definition.Milestones.Where(milestone => !model.Reached.Contains(milestone.Id)).MinBy(milestone => milestone.Points),
            EventRecorder.NextMilestone(campaign, participant));
        if (definition.InstantWin is { } game)
        {
            var left = model.PlaysLeft(game, now.UtcDateTime);
            Assert.Equal((long?)left, EventRecorder.PlaysRemaining(campaign.InstantWin!, participant, campaign.PeriodsAt(now)));
        }
    }

    private static void Note(HashSet<string> seen, string line, EventDecision decision, EventRecorded? outcome)
    {
        if (outcome is null)
        {
            seen.Add(line);
            return;
        }

        seen.Add(outcome.Play is null ? "no play" : outcome.Play.Win is not null ? "won" : decision is EventDecision.NeedsClaim ? "sold out" : "lost");
        if (outcome.MilestonesReached.Length > 0)
            seen.Add(outcome.MilestonesReached.Length > 1 ? "two milestones" : "milestone");
        if (decision is EventDecision.NeedsClaim claim && claim.Plan.WithoutPrize.MilestonesReached.Length < outcome.MilestonesReached.Length)
            seen.Add("milestone by prize");
    }

    /// <summary>A change keeps the game's tiers, which are frozen.</summary>
    private static CampaignDefinition RandomDefinition(Random random, CampaignDefinition? previous)
    {
        // Some campaigns give so much that totals reach their limit.
        long Points() => random.Next(4) == 0 ? 0 : random.Next(1, 300) * (random.Next(3) == 0 && random.Next(40) == 0 ? 10_000_000_000_000 : 1);
        var milestones = Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(1, 20) * 50L).Distinct()
            .Select(points => new Milestone($"m{points}", $"Milestone {points}", points, random.Next(3) * 50));
        CountLimit[] limits = [.. Enum.GetValues<Period>().Where(_ => random.Next(5) == 0).Select(per => new CountLimit(random.Next(1, 4), per))];
        var game = random.Next(5) == 0 && previous?.InstantWin is null ? null : Given.Game(
            tiers: previous?.InstantWin?.Tiers
                ?? [.. Enumerable.Range(0, random.Next(1, 4)).Select(index => Given.Tier($"T{index}", random.Next(1, 300_000) / 1_000_000m, Points()))],
            maxPlays: [.. limits],
            recordWithoutPlay: random.Next(2) == 0,
            maxWinsPerUser: random.Next(3) == 0 ? random.Next(1, 4) : null);
        return Given.Definition(milestones: [.. milestones], game: game, timeZone: "UTC") with
        {
            EndsAt = Given.Monday.AddYears(1),
            Points = new PointsDefinition([.. Enumerable.Range(0, random.Next(1, 4)).Select(index => new PointRule(
                $"r{index}", EventTypes[random.Next(3)], ImmutableArray<Domain.Campaigns.Conditions.Condition>.Empty, Points(), PerUnit: null))]),
        };
    }
}
