using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Participants;

/// <summary>
/// Says what <see cref="EventRecorder"/> would make of an event, and why, from the same assessment. It has no draw, so
/// that it cannot tell the next one.
/// </summary>
public static class EventExplainer
{
    public static EventExplanation Explain(
        Campaign campaign, CampaignStatus status, Participant participant, UserEvent userEvent, DateTimeOffset now)
    {
        var assessed = EventAssessment.Of(campaign, status, participant, userEvent, now, evenIfRefused: true);
        return new EventExplanation(
            assessed.Refusal,
            assessed.Total - participant.TotalPoints,
            assessed.Total,
            [.. campaign.Points.All.Select(rule => Explain(rule, participant, userEvent, assessed.Periods, now))],
            [.. campaign.MaxPointsPerUser.Select(cap => Explain(cap, participant, assessed))],
            campaign.Streak is { } streak ? Explain(streak, participant.Streak, assessed) : null,
            Milestones(campaign, participant, userEvent.EventType, assessed),
            campaign.InstantWin is { } game ? Explain(game, participant, userEvent, assessed) : null);
    }

    private static RuleExplanation Explain(
        RuleTest rule, Participant participant, in UserEvent userEvent, LocalPeriods periods, DateTimeOffset now)
    {
        var verdict = RuleVerdict.Of(rule, participant, userEvent, periods, now);
        return new RuleExplanation(rule.Id, verdict, verdict.LastAt is { } last
            ? last > DateTimeOffset.MaxValue - rule.Cooldown ? DateTimeOffset.MaxValue : last + rule.Cooldown
            : null);
    }

    private static CapExplanation Explain(PointsLimit cap, Participant participant, in EventAssessment assessed)
    {
        var left = participant.LimitedPoints.Left(cap.Points, cap.Per, assessed.Periods);
        return new CapExplanation(cap, left, Math.Max(0, assessed.Score.Uncut - left));
    }

    private static StreakExplanation Explain(StreakDefinition streak, Streak before, EventAssessment assessed)
    {
        var (days, today) = (assessed.Score.StreakDays, assessed.Periods.Day);
        return new StreakExplanation(
            days == 0 ? before.DaysOn(today) : days,
            [.. streak.Bonuses.Select(bonus => new StreakBonusExplanation(bonus, StreakVerdict.Of(bonus, before, days, today)))]);
    }

    private static ImmutableArray<MilestoneExplanation> Milestones(
        Campaign campaign, Participant participant, string eventType, in EventAssessment assessed)
    {
        var ladder = new MilestoneLadder(campaign, participant, eventType);
        var explained = ImmutableArray.CreateBuilder<MilestoneExplanation>(campaign.Milestones.Length);
        foreach (var milestone in campaign.Milestones)
        {
            var before = participant.Milestones.TimesOf(milestone.Id);
            var reached = assessed.MilestonesReached.FirstOrDefault(one => one.Id == milestone.Id);
            var reason = reached is not null ? MilestoneReason.Applied
                : before == 0 ? MilestoneReason.NotReached
                : milestone.Repeats ? MilestoneReason.Repeats : MilestoneReason.AlreadyReached;
            explained.Add(new MilestoneExplanation(
                milestone, reason, reached?.BonusPoints ?? 0, reached?.Times ?? 0,
                milestone.Points is null ? ladder.Count(milestone.EventType!) : assessed.Total,
                NextMilestone.Threshold(milestone, before + (reached?.Times ?? 0))));
        }

        return explained.ToImmutable();
    }

    private static PlayExplanation Explain(
        InstantWin game, Participant participant, in UserEvent userEvent, in EventAssessment assessed)
    {
        var condition = game.FailedCondition(userEvent.Metadata);
        var reason = !game.HasEventType(userEvent.EventType) ? PlayReason.OtherEventType
            : condition is not null ? PlayReason.ConditionFailed
            : assessed.IsPlay ? PlayReason.Applied : PlayReason.LimitReached;
        var remaining = EventRecorder.PlaysRemaining(game, participant, assessed.Periods);
        return new PlayExplanation(
            reason,
            reason == PlayReason.ConditionFailed ? condition : null,
            assessed.IsPlay ? remaining - 1 : remaining,
            participant.IsExcluded ? IneligibleReason.Excluded
                : EventRecorder.IsEligible(game, participant) ? null : IneligibleReason.WinsReached,
            game.Mode,
            game.Mode == InstantWinMode.Odds ? game.Tiers : []);
    }
}
