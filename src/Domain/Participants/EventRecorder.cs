using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;

namespace CampaignEngine.Domain.Participants;

/// <summary>
/// Decides one event of one participant: pure, in the order campaign running, plays left, rules, milestones, play,
/// prize points, milestones again. Whatever can refuse does so in <see cref="Begin"/>, with the largest outcome
/// possible; after a claim nothing refuses.
/// </summary>
public static class EventRecorder
{
    public static EventDecision Begin(
        Campaign campaign,
        CampaignStatus status,
        Participant participant,
        ParticipantRef participantRef,
        UserEvent userEvent,
        DateTimeOffset now,
        CampaignDraw draw)
    {
        if (status != CampaignStatus.Active || !campaign.IsOpenAt(now))
            return new EventDecision.Refused(EventRefusal.CampaignNotActive);
        if (userEvent.OccurredAt > now.AddMinutes(UserEvent.MaxMinutesAhead))
            return new EventDecision.Refused(EventRefusal.OccurredInFuture);

        var periods = campaign.PeriodsAt(now);
        var instantWin = campaign.InstantWin;
        var isPlay = instantWin is not null && instantWin.IsPlay(userEvent.EventType, userEvent.Metadata);
        if (isPlay && PlaysRemaining(instantWin!, participant, periods) is 0)
        {
            if (!instantWin!.RecordWithoutPlay)
                return new EventDecision.Refused(EventRefusal.PlaysExceeded);
            isPlay = false;
        }

        var rulePoints = campaign.Points.PointsFor(userEvent.EventType, userEvent.Metadata);
        if (LargestTotal(campaign, participant, rulePoints, isPlay) > Participant.MaxTotalPoints)
            return new EventDecision.Refused(EventRefusal.PointsOverflow);

        var (reached, total) = new MilestoneLadder(campaign, participant, userEvent.EventType).Climb([], participant.TotalPoints + rulePoints);
        var outcome = new EventRecorded(
            userEvent.EventType,
            campaign.Version,
            PointsEarned: total - participant.TotalPoints,
            PrizePoints: 0,
            reached,
            isPlay ? new Play(participant.Plays.Total + 1, Win: null) : null,
            periods);

        return HitTier(instantWin, participant, participantRef, outcome.Play, draw) is { } tier
            ? new EventDecision.NeedsClaim(new ClaimPlan(campaign, participant, outcome, total, tier, now))
            : new EventDecision.Done(outcome);
    }

    /// <summary>The outcome of an event whose draw hit a tier, once the pool has answered.</summary>
    public static EventRecorded Finish(ClaimPlan plan, ClaimOutcome claim)
    {
        if (!claim.IsAwarded)
            return plan.WithoutPrize;

        var tier = plan.Tier;
        var before = plan.WithoutPrize;
        var (reached, total) = new MilestoneLadder(plan.Campaign, plan.Participant, before.EventType).Climb(
            before.MilestonesReached, plan.Before + tier.Points);
        return before with
        {
            PointsEarned = total - plan.Participant.TotalPoints - tier.Points,
            PrizePoints = tier.Points,
            MilestonesReached = reached,
            Play = before.Play! with
            {
                Win = new Win(claim.Award, tier.Index, tier.Name, claim.WinCode, tier.Points, plan.Now),
            },
        };
    }

    /// <summary>Plays left at a moment: the least that any limit leaves, or null when there is no limit.</summary>
    public static long? PlaysRemaining(InstantWin instantWin, Participant participant, LocalPeriods now)
    {
        long? remaining = null;
        foreach (var limit in instantWin.MaxPlays)
        {
            var left = participant.Plays.Left(limit.Times, limit.Per, now);
            remaining = remaining is { } least ? Math.Min(least, left) : left;
        }

        return remaining;
    }

    /// <summary>The nearest points milestone that the participant has not reached, or null.</summary>
    public static Milestone? NextMilestone(Campaign campaign, Participant participant) =>
        MilestoneLadder.Next(campaign, participant);

    private static PrizeTier? HitTier(
        InstantWin? instantWin, Participant participant, ParticipantRef participantRef, Play? play, CampaignDraw draw)
    {
        if (instantWin is null || play is null || participant.Wins >= (instantWin.MaxWinsPerUser ?? int.MaxValue))
            return null;
        return instantWin.TierHit(draw.Play(participantRef, play.Number)) is { } index ? instantWin.Tiers[index] : null;
    }

    /// <summary>An upper bound: every milestone not yet reached, and the dearest prize.</summary>
    private static long LargestTotal(Campaign campaign, Participant participant, long rulePoints, bool isPlay)
    {
        var largest = participant.TotalPoints + rulePoints;
        foreach (var milestone in campaign.Milestones)
        {
            if (participant.Milestones.TimesOf(milestone.Id) == 0)
                largest += milestone.BonusPoints;
        }

        if (isPlay)
        {
            long dearest = 0;
            foreach (var tier in campaign.InstantWin!.Tiers)
                dearest = Math.Max(dearest, tier.Points);
            largest += dearest;
        }

        return largest;
    }
}
