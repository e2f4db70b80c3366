using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Verify.Campaigns;
using CampaignEngine.Verify.Files;
using CampaignEngine.Verify.Findings;
using CampaignEngine.Verify.Prizes;

namespace CampaignEngine.Verify.Participants;

/// <summary>The entries of one participant, in order.</summary>
internal sealed class ParticipantCheck(
    ParticipantRef participant, CampaignCheck campaign, PoolCheck pool, PlayCheck plays, ReferralCheck referrals, FindingList findings)
{
    private readonly ParticipantLedger _ledger = new();
    private readonly string _stream = ExportLine.NameOf(Journal.StreamKind.Participant, participant.Value);
    private long _version;

    public void Check(long version, DateTimeOffset time, StoredParticipantEntry entry)
    {
        _version = version;
        switch (entry)
        {
            case StoredEvent recorded:
                Check(recorded, time);
                break;
            case StoredPointsAdjusted adjusted:
                Check(adjusted);
                break;
            case StoredExclusionChanged changed:
                if (changed.IsExcluded == _ledger.IsExcluded)
                    Fail(changed.IsExcluded ? "excludes who was excluded before" : "includes who was not excluded");
                _ledger.IsExcluded = changed.IsExcluded;
                break;
            case StoredWinVoided voided:
                Check(voided);
                break;
            case StoredReferralBegun begun:
                if (_ledger.Referrer is not null)
                    Fail("begins a referral of somebody who was referred before");
                _ledger.Referrer = begun.Referrer;
                break;
            case StoredReferralCredited credited:
                Check(credited);
                break;
            case StoredReferralCompleted completed:
                Check(completed);
                break;
            case StoredNamed:
                break;
            case StoredClaimReleased released:
                if (pool.Find(released.Award) is { } award && award.Participant != participant.Value)
                    Fail($"releases award {released.Award} of another participant");
                break;
            default:
                Fail($"is of a kind that this program does not know ({entry.GetType().Name})");
                break;
        }
    }

    private void Check(StoredEvent recorded, DateTimeOffset time)
    {
        if (RulesOf(recorded.DefinitionVersion) is not { } rules)
            return;
        if (!rules.IsOpenAt(time))
            Fail("was recorded before the campaign's start or after its end");
        if (!_ledger.EventIds.Add(recorded.EventIdHash))
            Fail("has the event id of an entry before");
        var local = rules.PeriodsAt(time);
        if ((LocalPeriods)recorded.Periods != (local.Day < _ledger.LastPeriods.Day ? _ledger.LastPeriods : local))
            Fail("was counted in another local day, week or month than that of its time");
        if (recorded.IsCounted != rules.CountedEventTypes.Contains(recorded.EventType))
            Fail("is counted, and the definition does not name its type; or the other way round");
        if (recorded.StreakDays != PointsCheck.StreakDays(rules, _ledger, recorded))
            Fail($"makes a streak of {recorded.StreakDays} days, and it is {PointsCheck.StreakDays(rules, _ledger, recorded)}");
        foreach (var violation in PointsCheck.Violations(rules, _ledger, recorded, time))
            Fail(violation);
        foreach (var violation in plays.Violations(rules, participant, _ledger, recorded, time))
            Fail(violation);

        if (recorded.IsCounted)
            _ledger.EventCounts[recorded.EventType] = _ledger.EventCounts.GetValueOrDefault(recorded.EventType) + 1;
        CheckSums(rules, recorded);
        Fold(recorded, time);
        if (AnswerCheck.Of(recorded, _ledger.Total) is { } wrong)
            Fail(wrong);
    }

    private void CheckSums(Campaign rules, StoredEvent recorded)
    {
        var due = MilestoneCheck.Reached(rules, _ledger, _ledger.Total, recorded.LimitedPoints, recorded.PrizePoints);
        if (MilestoneCheck.Compare(rules, due, recorded.MilestonesReached) is { } wrong)
            Fail(wrong);
        var bonuses = (recorded.MilestonesReached ?? []).Sum(milestone => milestone.BonusPoints);
        if (recorded.PointsEarned != recorded.LimitedPoints + bonuses)
            Fail($"earns {recorded.PointsEarned} points, and its parts come to {recorded.LimitedPoints + bonuses}");
        if (recorded.PrizePoints != (recorded.Play?.Win?.Points ?? 0))
            Fail($"has {recorded.PrizePoints} points of a prize, and the prize has {recorded.Play?.Win?.Points ?? 0}");
    }

    private void Fold(StoredEvent recorded, DateTimeOffset time)
    {
        _ledger.Total += recorded.PointsEarned + recorded.PrizePoints;
        if (recorded.LimitedPoints != 0)
            _ledger.LimitedPoints = _ledger.LimitedPoints.Add(recorded.LimitedPoints, recorded.Periods);
        foreach (var rule in recorded.Rules ?? [])
            _ledger.Rules[rule.Id] = (_ledger.Rules.GetValueOrDefault(rule.Id).Uses.Add(1, recorded.Periods), time);
        if (recorded.StreakDays != 0)
            _ledger.Streak = _ledger.Streak.With(recorded.StreakDays, recorded.Periods.Day);
        Reach(recorded.MilestonesReached);
        _ledger.LastPeriods = recorded.Periods;
        if (recorded.Play is { } play)
            _ledger.Plays = _ledger.Plays.Add(1, recorded.Periods);
        if (recorded.Play?.Win is { } win)
        {
            _ledger.WinCount++;
            _ledger.Wins.TryAdd(win.Award, win.Points);
        }
    }

    private void Check(StoredPointsAdjusted adjusted)
    {
        if (RulesOf(adjusted.DefinitionVersion) is not { } rules)
            return;
        if (!_ledger.EventIds.Add(adjusted.IdHash))
            Fail("has the id of an entry before");
        if (adjusted.Points < -_ledger.Total)
            Fail($"takes {-adjusted.Points} points of {_ledger.Total}");
        Grant(rules, adjusted.Points, adjusted.MilestonesReached);
        if (AnswerCheck.Of(adjusted, _ledger.Total) is { } untrue)
            Fail(untrue);
    }

    private void Check(StoredReferralCredited credited)
    {
        if (RulesOf(credited.DefinitionVersion) is not { } rules)
            return;
        if (!_ledger.EventIds.Add(credited.IdHash) || !referrals.Credit(participant.Value, credited.Referee, _stream, _version, credited.Reward))
            Fail("credits a referral that was credited before");
        var isWithin = _ledger.ReferralCount < (rules.Referrals?.MaxPerReferrer ?? long.MaxValue);
        CheckReward(rules, isWithin ? rules.Referrals?.ReferrerPoints ?? 0 : 0, credited.Reward, credited.MilestonesReached);
        _ledger.ReferralCount++;
    }

    private void Check(StoredReferralCompleted completed)
    {
        if (RulesOf(completed.DefinitionVersion) is not { } rules)
            return;
        if (_ledger.Referrer != completed.Referrer || _ledger.IsReferralCompleted || !_ledger.EventIds.Add(completed.IdHash))
            Fail("completes a referral that was not begun, or was completed before");
        _ledger.IsReferralCompleted = true;
        referrals.Complete(completed.Referrer, participant.Value, _stream, _version, completed.ReferrerReward);
        CheckReward(rules, rules.Referrals?.RefereePoints ?? 0, completed.Reward, completed.MilestonesReached);
    }

    /// <summary>A reward that the total has no room for is 0.</summary>
    private void CheckReward(Campaign rules, long due, long reward, StoredMilestone[]? reached)
    {
        var withBonuses = _ledger.Total + due + MilestoneCheck.Reached(rules, _ledger, _ledger.Total, due)
            .Sum(fired => fired.Value * rules.Milestones.First(milestone => milestone.Id == fired.Key).BonusPoints);
        if (reward != (withBonuses > Participant.MaxTotalPoints ? 0 : due))
            Fail($"gives {reward} points for a referral, and the definition gives {due}");
        Grant(rules, reward, reached);
    }

    /// <summary>Points that come from no event.</summary>
    private void Grant(Campaign rules, long points, StoredMilestone[]? reached)
    {
        var due = MilestoneCheck.Reached(rules, _ledger, _ledger.Total, points);
        if (MilestoneCheck.Compare(rules, due, reached) is { } wrong)
            Fail(wrong);
        _ledger.Total += points + (reached ?? []).Sum(milestone => milestone.BonusPoints);
        Reach(reached);
    }

    private void Check(StoredWinVoided voided)
    {
        if (!_ledger.Wins.Remove(voided.Award, out var points))
            Fail($"takes back award {voided.Award}, which was not won or was taken back before");
        else if (voided.Points != Math.Min(points, _ledger.Total))
            Fail($"takes back {voided.Points} points, and the prize had {points} and the total is {_ledger.Total}");
        if (pool.Find(voided.Award) is { } award)
        {
            if (award.Fate is not (Fate.TakenBack or Fate.TakenBackAndRecorded) && campaign.HasEnded)
                Fail($"takes back award {voided.Award}, and the pool does not");
            award.IsTakenBackInEntry = true;
        }

        _ledger.Total -= voided.Points;
    }

    private void Reach(StoredMilestone[]? reached)
    {
        foreach (var milestone in reached ?? [])
            _ledger.MilestoneTimes[milestone.Id] = _ledger.MilestoneTimes.GetValueOrDefault(milestone.Id) + (milestone.Times ?? 1);
    }

    private Campaign? RulesOf(int version)
    {
        var rules = campaign.Version(version);
        if (rules is null)
            Fail($"was decided by definition {version}, which the campaign does not have");
        return rules;
    }

    private void Fail(string what) => findings.Add(_stream, _version, what);
}
