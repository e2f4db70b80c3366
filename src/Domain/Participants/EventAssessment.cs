using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>
/// What an event comes to before its draw, in the order campaign running, plays left, rules, caps, streak, milestones.
/// <see cref="EventRecorder"/> goes on from here; <see cref="EventExplainer"/> says why.
/// </summary>
/// <param name="Refusal">Why it is refused, or null. What else is here is then what it would have come to.</param>
/// <param name="Total">The participant's total with the event's points and bonuses.</param>
internal readonly record struct EventAssessment(
    EventRefusal? Refusal, LocalPeriods Periods, bool IsPlay, EventScore Score,
    ImmutableArray<ReachedMilestone> MilestonesReached, long Total)
{
    /// <param name="evenIfRefused">Goes on after a refusal, for the sake of an explanation.</param>
    public static EventAssessment Of(
        Campaign campaign, CampaignStatus status, Participant participant, in UserEvent userEvent, DateTimeOffset now,
        bool evenIfRefused = false)
    {
        EventRefusal? refusal = null;
        if (status != CampaignStatus.Active || !campaign.IsOpenAt(now))
            refusal = EventRefusal.CampaignNotActive;
        else if (userEvent.OccurredAt - now > TimeSpan.FromMinutes(UserEvent.MaxMinutesAhead))
            refusal = EventRefusal.OccurredInFuture;

        var periods = participant.PeriodsAt(campaign, now);
        var isPlay = campaign.InstantWin is { } game && game.IsPlay(userEvent.EventType, userEvent.Metadata);
        if (isPlay && EventRecorder.PlaysRemaining(campaign.InstantWin!, participant, periods) is 0)
        {
            if (!campaign.InstantWin!.RecordWithoutPlay)
                refusal ??= EventRefusal.PlaysExceeded;
            isPlay = false;
        }

        if (refusal is not null && !evenIfRefused)
            return new EventAssessment(refusal, periods, isPlay, default, [], participant.TotalPoints);

        var score = EventScore.Of(campaign, participant, userEvent, periods, now);
        var total = participant.TotalPoints + score.Points;
        var ladder = new MilestoneLadder(campaign, participant, userEvent.EventType);
        // With the dearest prize, because after a claim nothing may refuse.
        if (ladder.Highest(total + DearestPrize(campaign, isPlay)) > Participant.MaxTotalPoints)
            refusal ??= EventRefusal.PointsOverflow;
        if (refusal is not null && !evenIfRefused)
            return new EventAssessment(refusal, periods, isPlay, score, [], participant.TotalPoints);

        (var reached, total) = ladder.Climb([], total);
        return new EventAssessment(refusal, periods, isPlay, score, reached, total);
    }

    private static long DearestPrize(Campaign campaign, bool isPlay)
    {
        long dearest = 0;
        if (isPlay)
        {
            foreach (var tier in campaign.InstantWin!.Tiers)
                dearest = Math.Max(dearest, tier.Points);
        }

        return dearest;
    }
}
