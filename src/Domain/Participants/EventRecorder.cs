using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;

namespace CampaignEngine.Domain.Participants;

/// <summary>
/// Decides one event of one participant: pure, in the order campaign running, plays left, rules, caps, streak, milestones,
/// play, prize points, milestones again. Whatever can refuse does so in <see cref="Begin"/>, with the largest outcome
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
        var assessed = EventAssessment.Of(campaign, status, participant, userEvent, now);
        if (assessed.Refusal is { } reason)
            return new EventDecision.Refused(reason);

        var outcome = new EventRecorded(
            userEvent.EventType,
            campaign.Version,
            PointsEarned: assessed.Total - participant.TotalPoints,
            PrizePoints: 0,
            assessed.MilestonesReached,
            assessed.IsPlay ? new Play(participant.Plays.Total + 1, Win: null) : null,
            assessed.Periods)
        {
            Rules = assessed.Score.Rules,
            LimitedPoints = assessed.Score.Points,
            StreakDays = assessed.Score.StreakDays,
            IsCounted = campaign.CountedEventTypes.Contains(userEvent.EventType),
        };
        if (outcome.Play is not { } play)
            return new EventDecision.Done(outcome);

        var game = campaign.InstantWin!;
        var isEligible = IsEligible(game, participant);
        var tier = game.Mode == InstantWinMode.Odds && isEligible && game.TierHit(draw.Play(participantRef, play.Number)) is { } hit
            ? game.Tiers[hit]
            : null;
        var claims = game.Mode switch
        {
            InstantWinMode.Odds => tier is not null,
            InstantWinMode.Deck => true,
            InstantWinMode.Moments => isEligible,
            _ => throw new InvalidOperationException($"Unknown mode {game.Mode}."),
        };
        return claims
            ? new EventDecision.NeedsClaim(new ClaimPlan(campaign, participant, outcome, assessed.Total, tier, isEligible, now))
            : new EventDecision.Done(outcome);
    }

    /// <summary>The outcome of an event that made a claim, once the pool has answered.</summary>
    public static EventRecorded Finish(ClaimPlan plan, ClaimOutcome claim)
    {
        var before = plan.WithoutPrize;
        if (!claim.IsWon)
            return claim.Award == 0 ? before : before with { Play = before.Play! with { LosingAward = claim.Award } };

        var tier = plan.Tier ?? plan.Campaign.InstantWin!.Tiers[claim.Tier];
        var (reached, total) = new MilestoneLadder(plan.Campaign, plan.Participant, before.EventType).Climb(
            before.MilestonesReached, plan.Before + tier.Points);
        return before with
        {
            PointsEarned = total - plan.Participant.TotalPoints - tier.Points,
            PrizePoints = tier.Points,
            MilestonesReached = reached,
            Play = before.Play! with
            {
                Win = new Win(claim.Award, tier.Index, tier.Name, claim.WinCode!, tier.Points, plan.Now),
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

    /// <summary>Whether a play of the participant may win.</summary>
    public static bool IsEligible(InstantWin instantWin, Participant participant) =>
        !participant.IsExcluded && participant.Wins < (instantWin.MaxWinsPerUser ?? int.MaxValue);
}
