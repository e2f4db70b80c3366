using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Participants;
using CsCheck;

namespace CampaignEngine.Domain.Tests.Participants;

/// <summary>
/// One participant's events in a random campaign, decided by the domain and by <see cref="NaiveParticipant"/>, and
/// explained before each of them.
/// </summary>
/// <param name="mistake">Null: the domain as it is.</param>
internal sealed class EventHistory(EventHistory.Case one, EventMistake? mistake = null)
{
    /// <param name="Seed">Of the definitions and the draws.</param>
    /// <param name="HasHugePoints">So that totals reach their limit.</param>
    public sealed record Case(int Seed, bool HasHugePoints, Place Place, Step[] Steps);

    /// <param name="Start">Shortly before the zone's clocks change.</param>
    public sealed record Place(string TimeZone, string Start);

    /// <param name="Minutes">Since the step before.</param>
    /// <param name="Type">Index of an event type.</param>
    /// <param name="Given">The tier that the pool gives, counted around; null when there is nothing to win.</param>
    public sealed record Step(int Minutes, int Type, int? Given, bool Redefines, Correction? Correction);

    /// <param name="IsHuge">Where points may be huge.</param>
    public sealed record Correction(bool Excludes, long Points, bool IsHuge);

    // Where days have 23, 24 or 25 hours or half an hour more, and where clocks are set back to a day that was over.
    private static readonly Place[] Places =
    [
        new("UTC", "2026-06-15T10:00:00Z"), new("Europe/Berlin", "2026-03-27T10:00:00Z"), new("Europe/Berlin", "2026-10-23T10:00:00Z"),
        new("America/New_York", "2026-10-30T10:00:00Z"), new("America/St_Johns", "2026-03-06T10:00:00Z"),
        new("Africa/Cairo", "2026-10-27T10:00:00Z"), new("America/Santiago", "2026-04-02T10:00:00Z"),
        new("America/Santiago", "2026-09-03T10:00:00Z"), new("Australia/Lord_Howe", "2026-04-02T10:00:00Z"),
        new("Pacific/Kiritimati", "2026-12-29T10:00:00Z"),
    ];

    private static readonly Gen<Correction> AnyCorrection = Gen.Select(
        Gen.Bool, Gen.Int[-400, 400], Gen.Int[0, 19], (excludes, points, huge) => new Correction(excludes, points, huge == 19));

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Frequency((1, Gen.Int[1, 60]), (4, Gen.Int[1, 60 * 12])), Gen.Int[0, 3], Gen.Int[-3, 5], Gen.Int[0, 19], Gen.Int[0, 11], AnyCorrection,
        (minutes, type, given, redefine, correct, correction) =>
            new Step(minutes, type, given < 0 ? null : given, redefine == 19, correct == 11 ? correction : null));

    public static readonly Gen<Case> Cases = Gen.Select(
        Gen.Int[0, int.MaxValue], Gen.Int[0, 2], Gen.Int[0, Places.Length - 1], AnyStep.Array[0, 60],
        (seed, huge, place, steps) => new Case(seed, huge == 2, Places[place], steps));

    private readonly NaiveParticipant _model = new(TimeZoneInfo.FindSystemTimeZoneById(one.Place.TimeZone));
    private readonly byte[] _drawSeed = new byte[32];
    private Participant _participant = Participant.New;
    private DateTimeOffset _now = Given.At(one.Place.Start);

    /// <summary>What happened.</summary>
    public HashSet<string> Seen { get; } = [];

    public void Run()
    {
        var random = new Random(one.Seed);
        random.NextBytes(_drawSeed);
        var definitions = new RandomDefinitions(random, one.HasHugePoints, one.Place.TimeZone);
        var (definition, version) = (definitions.Next(previous: null), 1);
        foreach (var step in one.Steps)
        {
            definition = step.Redefines ? definitions.Next(definition) : definition;
            var campaign = Given.Campaign(mistake?.Decides(definition) ?? definition, ++version);
            _now = _now.AddMinutes(step.Minutes);
            if (step.Correction is { } correction)
                Correct(correction, definition, campaign);
            Record(step, definition, campaign, award: version);
            Check(definition, campaign);
        }
    }

    private void Record(Step step, CampaignDefinition definition, Campaign campaign, int award)
    {
        var type = RandomDefinitions.EventTypes[step.Type];
        var tiers = definition.InstantWin?.Tiers ?? [];
        var given = step.Given is { } number && tiers.Length > 0 ? number % tiers.Length : (int?)null;
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

        _participant = outcome is null ? _participant : _participant.Apply(mistake?.Folds(outcome) ?? outcome, _now);
        Assert.Equal(line, Line(decision, outcome));
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

    private void Correct(Correction correction, CampaignDefinition definition, Campaign campaign)
    {
        _model.IsExcluded = correction.Excludes;
        _participant = _participant.Apply(new ExclusionChanged(correction.Excludes), _now);

        var points = correction.Points * (one.HasHugePoints && correction.IsHuge ? 100_000_000_000_000 : 1);
        var line = _model.Adjust(definition, points);
        var adjusted = PointsAdjuster.Adjust(campaign, _participant, points);
        _participant = adjusted is null ? _participant : _participant.Apply(adjusted, _now);
        Assert.Equal(line, adjusted is null ? "refused" : $"{adjusted.Points} = {_participant.TotalPoints}");
        Seen.Add(adjusted is null ? "adjustment refused" : "adjusted");

        if (_participant.RecentWins.FirstOrDefault(win => win.VoidedPoints is null) is not { } win)
            return;
        var taken = (long)_model.TakeBack(win.Points);
        _participant = _participant.Apply(new WinVoided(win.Award, taken), _now);
        Assert.Equal(taken, _participant.RecentWins.First(one => one.Award == win.Award).VoidedPoints);
        Seen.Add("taken back");
    }

    private void Check(CampaignDefinition definition, Campaign campaign)
    {
        Assert.Equal(_model.Total, _participant.TotalPoints);
        Assert.Equal((_model.Plays, _model.Wins), (_participant.Plays.Total, _participant.Wins));
        Assert.Equal(_model.Fired.Order(), _participant.Milestones.Select(one => $"{one.Id}×{one.Times}").Order());
        if (definition.InstantWin is { } game)
        {
            var left = _model.PlaysLeft(game, _now.UtcDateTime);
            Assert.Equal((long?)left, EventRecorder.PlaysRemaining(campaign.InstantWin!, _participant, _participant.PeriodsAt(campaign, _now)));
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
        Seen.UnionWith(explained.Rules.Select(rule => $"{rule.Verdict.Reason}"));
        if (outcome is null)
        {
            Seen.Add($"refused: {((EventDecision.Refused)decision).Reason}");
            return;
        }

        void See(string what, bool happened)
        {
            if (happened)
                Seen.Add(what);
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
