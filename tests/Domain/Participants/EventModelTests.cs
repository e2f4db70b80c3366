using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Participants;

/// <summary>
/// Random campaigns and histories, decided by the domain and by <see cref="NaiveParticipant"/>, and explained before each
/// event.
/// </summary>
public class EventModelTests
{
    [Fact]
    public void The_domain_and_a_naive_model_decide_alike()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < 400; seed++)
            new History(seed, seen).Run();

        // What the histories must contain to be worth anything.
        string[] expected =
        [
            "refused: PlaysExceeded", "refused: PointsOverflow", "lost", "claimed and lost", "won", "no play", "milestone",
            "milestones", "milestone by prize", "milestone twice", "OtherEventType", "LimitReached", "CoolingDown", "Applied",
            "GaveNothing", "cut", "streak bonus", "long streak", "adjusted", "adjustment refused", "taken back", "losing award",
            "excluded play",
        ];
        Assert.Empty(expected.Except(seen));
    }

    private sealed class History(int seed, HashSet<string> seen)
    {
        private readonly Random _random = new(seed);
        private readonly NaiveParticipant _model = new();
        private readonly byte[] _drawSeed = new byte[32];
        private Participant _participant = Participant.New;
        private DateTimeOffset _now = Given.Monday;

        public void Run()
        {
            _random.NextBytes(_drawSeed);
            var definitions = new RandomDefinitions(_random, hugePoints: seed % 3 == 0);
            var (definition, version) = (definitions.Next(previous: null), 1);
            var campaign = Given.Campaign(definition, version);
            for (var step = 0; step < 40; step++)
            {
                if (_random.Next(20) == 0)
                {
                    definition = definitions.Next(definition);
                    campaign = Given.Campaign(definition, ++version);
                }

                _now = _now.AddMinutes(_random.Next(1, 60 * 12));
                if (_random.Next(12) == 0)
                    Correct(definition, campaign);
                Record($"{seed}/{step}", definition, campaign, award: step + 1);
                Check(definition, campaign);
            }
        }

        private void Record(string where, CampaignDefinition definition, Campaign campaign, int award)
        {
            var type = RandomDefinitions.EventTypes[_random.Next(4)];
            var tiers = definition.InstantWin?.Tiers ?? [];
            var given = _random.Next(3) > 0 && tiers.Length > 0 ? _random.Next(tiers.Length) : (int?)null;
            NaiveParticipant.Asked? asked = null;
            var line = _model.Record(
                definition, type, _now.UtcDateTime,
                play => NaiveParticipant.Draw(_drawSeed, Given.Id.Value, Given.Somebody.Value, play),
                asks =>
                {
                    asked = asks;
                    return given is not { } tier || asks.IsEligible == false ? null
                        : asks.Tier is { } hit ? tiers.First(one => one.Name == hit) : tiers[tier];
                });

            var (before, draw) = (_participant, new CampaignDraw(_drawSeed, Given.Id.Value));
            var userEvent = Given.Event(type);
            var explained = EventExplainer.Explain(campaign, CampaignStatus.Active, _participant, userEvent, _now);
            var decision = EventRecorder.Begin(campaign, CampaignStatus.Active, _participant, Given.Somebody, userEvent, _now, draw);
            var claimed = (decision as EventDecision.NeedsClaim)?.Plan;
            Assert.Equal(asked, claimed is null ? null : new NaiveParticipant.Asked(claimed.Tier?.Name, claimed.IsEligible));
            var withoutPrize = claimed?.WithoutPrize ?? (decision as EventDecision.Done)?.Outcome;
            var outcome = claimed is null ? withoutPrize : EventRecorder.Finish(claimed, given is { } unit && claimed.IsEligible
                ? new ClaimOutcome(award, $"SUMM-{award}", claimed.Tier?.Index ?? unit)
                : new ClaimOutcome(definition.InstantWin!.Mode == InstantWinMode.Deck ? award : 0, WinCode: null));

            _participant = outcome is null ? _participant : _participant.Apply(outcome, _now);
            Assert.Equal($"{where}: {line}", $"{where}: {Line(decision, outcome)}");
            if (outcome is not null)
                Assert.Equal(before.TotalPoints + outcome.PointsEarned + outcome.PrizePoints, _participant.TotalPoints);
            CheckExplanation(explained, before, decision, withoutPrize);
            Note(decision, withoutPrize, outcome, explained);
        }

        private string Line(EventDecision decision, EventRecorded? outcome)
        {
            if (decision is EventDecision.Refused refused)
                return $"refused: {refused.Reason}";
            var played = outcome!.Play is not { } play ? ""
                : $"play {play.Number} {(play.Win is { } win ? $"won {win.TierName}" : decision is EventDecision.NeedsClaim ? "claimed and lost" : "lost")}";
            var reached = outcome.MilestonesReached.Select(one => (one.Id, one.Times)).Order().Select(one => $"{one.Id}×{one.Times}");
            return $"{outcome.PointsEarned} + {outcome.PrizePoints} = {_participant.TotalPoints}, limited {outcome.LimitedPoints}, "
                + $"streak {outcome.StreakDays}, [{string.Join(' ', reached)}], {played}";
        }

        private void Correct(CampaignDefinition definition, Campaign campaign)
        {
            var excluded = _random.Next(2) == 0;
            _model.IsExcluded = excluded;
            _participant = _participant.Apply(new ExclusionChanged(excluded), _now);

            var points = _random.Next(-400, 400) * (seed % 3 == 0 && _random.Next(20) == 0 ? 100_000_000_000_000 : 1);
            var line = _model.Adjust(definition, points);
            var adjusted = PointsAdjuster.Adjust(campaign, _participant, points);
            _participant = adjusted is null ? _participant : _participant.Apply(adjusted, _now);
            Assert.Equal(line, adjusted is null ? "refused" : $"{adjusted.Points} = {_participant.TotalPoints}");
            seen.Add(adjusted is null ? "adjustment refused" : "adjusted");

            if (_participant.RecentWins.FirstOrDefault(win => win.VoidedPoints is null) is not { } win)
                return;
            var taken = (long)_model.TakeBack(win.Points);
            _participant = _participant.Apply(new WinVoided(win.Award, taken), _now);
            Assert.Equal(taken, _participant.RecentWins.First(one => one.Award == win.Award).VoidedPoints);
            seen.Add("taken back");
        }

        private void Check(CampaignDefinition definition, Campaign campaign)
        {
            Assert.Equal(_model.Total, _participant.TotalPoints);
            Assert.Equal((_model.Plays, _model.Wins), (_participant.Plays.Total, _participant.Wins));
            Assert.Equal(_model.Fired.Order(), _participant.Milestones.Select(one => $"{one.Id}×{one.Times}").Order());
            if (definition.InstantWin is { } game)
            {
                var left = _model.PlaysLeft(game, _now.UtcDateTime);
                Assert.Equal((long?)left, EventRecorder.PlaysRemaining(campaign.InstantWin!, _participant, campaign.PeriodsAt(_now)));
            }
        }

        private static void CheckExplanation(
            EventExplanation explained, Participant before, EventDecision decision, EventRecorded? withoutPrize)
        {
            Assert.Equal((decision as EventDecision.Refused)?.Reason, explained.Refusal);
            if (withoutPrize is null)
                return;
            Assert.Equal(withoutPrize.PointsEarned, explained.PointsEarned);
            Assert.Equal(before.TotalPoints + withoutPrize.PointsEarned, explained.TotalPoints);
            Assert.Equal(withoutPrize.Play is not null, explained.Play?.Reason == PlayReason.Applied);
            var streak = explained.Streak?.Bonuses.Where(bonus => bonus.Reason == StreakReason.Applied).Sum(bonus => bonus.Bonus.Points) ?? 0;
            var cut = explained.Caps.Select(cap => cap.Cut).DefaultIfEmpty().Max();
            Assert.Equal(withoutPrize.LimitedPoints, explained.Rules.Sum(rule => rule.Verdict.Points) + streak - cut);
            Assert.Equal(
                withoutPrize.MilestonesReached.Select(one => (one.Id, one.Times, one.BonusPoints)).Order(),
                explained.Milestones.Where(one => one.Reason == MilestoneReason.Applied).Select(one => (one.Milestone.Id, one.Times, one.BonusPoints)).Order());
        }

        private void Note(EventDecision decision, EventRecorded? withoutPrize, EventRecorded? outcome, EventExplanation explained)
        {
            seen.UnionWith(explained.Rules.Select(rule => $"{rule.Verdict.Reason}"));
            if (outcome is null)
            {
                seen.Add($"refused: {((EventDecision.Refused)decision).Reason}");
                return;
            }

            void See(string what, bool happened)
            {
                if (happened)
                    seen.Add(what);
            }

            See("no play", outcome.Play is null);
            See("won", outcome.Play?.Win is not null);
            See("claimed and lost", outcome.Play is { Win: null } && decision is EventDecision.NeedsClaim);
            See("lost", outcome.Play is { Win: null } && decision is EventDecision.Done);
            See("losing award", outcome.Play?.LosingAward > 0 && _participant.LastAward == outcome.Play.LosingAward);
            See("excluded play", outcome.Play is { Win: null } && _participant.IsExcluded);
            See("milestone", outcome.MilestonesReached.Length == 1);
            See("milestones", outcome.MilestonesReached.Length > 1);
            See("milestone twice", outcome.MilestonesReached.Any(milestone => milestone.Times > 1));
            See("milestone by prize", outcome.MilestonesReached.Sum(one => one.Times) > withoutPrize!.MilestonesReached.Sum(one => one.Times));
            See("cut", explained.Caps.Any(cap => cap.Cut > 0));
            See("streak bonus", explained.Streak?.Bonuses.Any(bonus => bonus.Reason == StreakReason.Applied) == true);
            See("long streak", outcome.StreakDays > 3);
        }
    }
}
