using System.Collections.Immutable;
using CampaignEngine.Domain.Referrals;

namespace CampaignEngine.Domain.Participants;

public sealed partial record Participant
{
    /// <summary>Folds what happened at <paramref name="time"/>.</summary>
    public Participant Apply(ParticipantEntry entry, DateTimeOffset time) => entry switch
    {
        EventRecorded recorded => Apply(recorded, time),
        ClaimReleased released => this with { LastReleased = released.Award, LastEntryAt = time },
        PointsAdjusted adjusted => Granted(adjusted.Points, adjusted.MilestonesReached, time),
        CodeRedeemed redeemed => Granted(redeemed.Points, redeemed.MilestonesReached, time),
        ExclusionChanged changed => this with { IsExcluded = changed.IsExcluded, LastEntryAt = time },
        WinVoided voided => this with
        {
            TotalPoints = TotalPoints - voided.Points,
            RecentWins = TakenBack(voided),
            ReachedAt = voided.Points == 0 ? ReachedAt : time,
            LastEntryAt = time,
        },
        ParticipantNamed => this with { LastEntryAt = time },
        ReferralBegun begun => this with
        {
            Referral = new Referral(begun.Referrer, begun.Request, begun.Fingerprint, ReferralStage.Begun),
            LastEntryAt = time,
        },
        ReferralCredited credited => Granted(credited.Reward, credited.MilestonesReached, time) with
        {
            ReferralCount = ReferralCount + 1,
            ReferralPoints = ReferralPoints + credited.Reward,
        },
        ReferralCompleted completed => Granted(completed.Reward, completed.MilestonesReached, time) with
        {
            Referral = Referral! with { Stage = completed.IsHeard ? ReferralStage.Completed : ReferralStage.CompletedUnheard },
        },
        Erased => this with
        {
            TotalPoints = 0,
            EventsCount = 0,
            RecentWins = [],
            JoinedAt = null,
            ReachedAt = time,
            LastEntryAt = time,
            IsBeingErased = true,
        },
        ErasureFinished => this with { LastEntryAt = time, IsBeingErased = false },
        _ => throw new InvalidOperationException($"A participant cannot fold {entry.GetType().Name}."),
    };

    private Participant Apply(EventRecorded recorded, DateTimeOffset time)
    {
        var earned = recorded.PointsEarned + recorded.PrizePoints;
        var win = recorded.Play?.Win;
        return this with
        {
            TotalPoints = TotalPoints + earned,
            EventsCount = EventsCount + 1,
            EventCounts = recorded.IsCounted ? EventCounts.PlusOne(recorded.EventType) : EventCounts,
            Plays = recorded.Play is null ? Plays : Plays.Add(1, recorded.Periods),
            RuleUses = RuleUses.Plus(recorded.Rules, recorded.Periods, time),
            LimitedPoints = recorded.LimitedPoints == 0 ? LimitedPoints : LimitedPoints.Add(recorded.LimitedPoints, recorded.Periods),
            Streak = recorded.StreakDays == 0 ? Streak : Streak.With(recorded.StreakDays, recorded.Periods.Day),
            Wins = win is null ? Wins : Wins + 1,
            LastAward = recorded.Play is { Award: not 0 and var award } ? award : LastAward,
            RecentWins = win is null ? RecentWins : Newest(win),
            Milestones = Milestones.Plus(recorded.MilestonesReached),
            JoinedAt = JoinedAt ?? time,
            ReachedAt = earned != 0 || JoinedAt is null ? time : ReachedAt,
            LastEntryAt = time,
            LastPeriods = recorded.Periods,
        };
    }

    /// <summary>Points that come from no event.</summary>
    private Participant Granted(long points, ImmutableArray<ReachedMilestone> reached, DateTimeOffset time)
    {
        points += reached.Bonuses();
        return this with
        {
            TotalPoints = TotalPoints + points,
            Milestones = Milestones.Plus(reached),
            JoinedAt = JoinedAt ?? time,
            ReachedAt = points == 0 && JoinedAt is not null ? ReachedAt : time,
            LastEntryAt = time,
        };
    }

    private ImmutableArray<Win> Newest(Win win) =>
        (RecentWins.Length < MaxRecentWins ? RecentWins : RecentWins.RemoveAt(0)).Add(win);

    private ImmutableArray<Win> TakenBack(WinVoided voided)
    {
        for (var i = 0; i < RecentWins.Length; i++)
        {
            if (RecentWins[i].Award == voided.Award)
                return RecentWins.SetItem(i, RecentWins[i] with { VoidedPoints = voided.Points });
        }

        return RecentWins;
    }
}
