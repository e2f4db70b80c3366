using System.Collections.Immutable;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Referrals;

namespace CampaignEngine.Grains.Participants.Stored;

/// <summary>Between what is decided about a participant and what is kept of it.</summary>
internal static class ParticipantStorage
{
    public static StoredEvent ToStored(
        EventRecorded recorded, UInt128 eventIdHash, UInt128 fingerprint, DateTimeOffset? occurredAt, byte[] answer) => new(
        eventIdHash,
        fingerprint,
        recorded.EventType,
        recorded.DefinitionVersion,
        recorded.PointsEarned,
        recorded.PrizePoints,
        ToStored(recorded.MilestonesReached),
        recorded.Play is { } play
            ? new StoredPlay(play.Number, play.Win is { } win ? ToStored(win) : null) { LosingAward = play.LosingAward }
            : null,
        recorded.Periods,
        occurredAt,
        answer)
        {
            Rules = NullIfEmpty(recorded.Rules, rule => new StoredAppliedRule(rule.Id, rule.Points)),
            LimitedPoints = recorded.LimitedPoints,
            StreakDays = recorded.StreakDays,
            IsCounted = recorded.IsCounted,
        };

    public static StoredPointsAdjusted ToStored(PointsAdjusted adjusted, UInt128 idHash, UInt128 fingerprint, byte[] answer) => new(
        idHash, fingerprint, adjusted.Points, adjusted.DefinitionVersion, ToStored(adjusted.MilestonesReached), answer);

    public static StoredReferralBegun ToStored(ReferralBegun begun) => new(begun.Referrer.Value, begun.Request, begun.Fingerprint);

    public static StoredReferralCredited ToStored(ReferralCredited credited, UInt128 idHash) => new(
        idHash, credited.Referee.Value, credited.Reward, credited.DefinitionVersion, ToStored(credited.MilestonesReached));

    public static StoredReferralCompleted ToStored(ReferralCompleted completed, Referral referral, byte[] answer) => new(
        referral.Request, referral.Fingerprint, completed.Referrer.Value, completed.Reward, completed.ReferrerReward,
        completed.DefinitionVersion, ToStored(completed.MilestonesReached), completed.IsHeard, answer);

    public static ParticipantEntry FromStored(StoredParticipantEntry entry) => entry switch
    {
        StoredEvent recorded => new EventRecorded(
            recorded.EventType,
            recorded.DefinitionVersion,
            recorded.PointsEarned,
            recorded.PrizePoints,
            FromStored(recorded.MilestonesReached),
            recorded.Play is { } play
                ? new Play(play.Number, play.Win is { } win ? FromStored(win) : null) { LosingAward = play.LosingAward }
                : null,
            recorded.Periods)
        {
            Rules = [.. (recorded.Rules ?? []).Select(rule => new AppliedRule(rule.Id, rule.Points))],
            LimitedPoints = recorded.LimitedPoints,
            StreakDays = recorded.StreakDays,
            IsCounted = recorded.IsCounted,
        },
        StoredClaimReleased released => new ClaimReleased(released.Award),
        StoredPointsAdjusted adjusted => new PointsAdjusted(
            adjusted.Points, adjusted.DefinitionVersion, FromStored(adjusted.MilestonesReached)),
        StoredExclusionChanged changed => new ExclusionChanged(changed.IsExcluded),
        StoredWinVoided voided => new WinVoided(voided.Award, voided.Points),
        StoredNamed => new ParticipantNamed(),
        StoredReferralBegun begun => new ReferralBegun(new ParticipantRef(begun.Referrer), begun.Request, begun.Fingerprint),
        StoredReferralCredited credited => new ReferralCredited(
            new ParticipantRef(credited.Referee), credited.Reward, credited.DefinitionVersion, FromStored(credited.MilestonesReached)),
        StoredReferralCompleted completed => new ReferralCompleted(
            new ParticipantRef(completed.Referrer), completed.Reward, completed.ReferrerReward, completed.DefinitionVersion,
            FromStored(completed.MilestonesReached), completed.IsHeard),
        _ => throw new InvalidOperationException($"{entry.GetType().Name} is no entry of a participant."),
    };

    /// <param name="referralBegunAt">The version of the entry that began the referral; 0 when there is none.</param>
    public static StoredParticipant ToStored(Participant state, RecentEventIds ids, long referralBegunAt) => new(
        state.TotalPoints,
        state.EventsCount,
        state.Plays,
        state.Wins,
        state.LastAward,
        state.LastReleased,
        [.. state.Milestones.Select(milestone => milestone.Id)],
        [.. state.RecentWins.Select(ToStored)],
        state.JoinedAt,
        state.ReachedAt,
        state.LastEntryAt,
        ids.Pack(),
        ids.HasOlder)
    {
        MilestoneTimes = state.Milestones.All(milestone => milestone.Times == 1)
            ? null
            : [.. state.Milestones.Select(milestone => milestone.Times)],
        EventCounts = NullIfEmpty(state.EventCounts, count => new StoredEventCount(count.EventType, count.Count)),
        RuleUses = NullIfEmpty(state.RuleUses, use => new StoredRuleUse(use.RuleId, use.Uses, use.LastAt)),
        LimitedPoints = state.LimitedPoints.Total == 0 ? null : state.LimitedPoints,
        Streak = state.Streak is { Days: > 0 } streak ? new StoredStreak(streak.Days, streak.LastDay, streak.Longest) : null,
        IsExcluded = state.IsExcluded,
        LastPeriods = state.LastPeriods,
        Referral = state.Referral is { } referral
            ? new StoredReferral(referral.Referrer.Value, referral.Request, referral.Fingerprint, referral.Stage, referralBegunAt)
            : null,
        ReferralCount = state.ReferralCount,
        ReferralPoints = state.ReferralPoints,
    };

    public static Participant FromStored(StoredParticipant state) => new()
    {
        TotalPoints = state.TotalPoints,
        EventsCount = state.EventsCount,
        EventCounts = [.. (state.EventCounts ?? []).Select(count => new EventCount(count.EventType, count.Count))],
        Plays = state.Plays,
        RuleUses = [.. (state.RuleUses ?? []).Select(use => new RuleUse(use.RuleId, use.Uses, use.LastAt))],
        LimitedPoints = state.LimitedPoints ?? default,
        Streak = state.Streak is { } streak ? new Streak(streak.Days, streak.LastDay, streak.Longest) : default,
        IsExcluded = state.IsExcluded,
        Wins = state.Wins,
        LastAward = state.LastAward,
        LastReleased = state.LastReleased,
        Milestones = [.. state.MilestonesReached.Select((id, at) => new FiredMilestone(id, state.MilestoneTimes?[at] ?? 1))],
        RecentWins = [.. state.RecentWins.Select(FromStored)],
        JoinedAt = state.JoinedAt,
        ReachedAt = state.ReachedAt,
        LastEntryAt = state.LastEntryAt,
        LastPeriods = state.LastPeriods,
        Referral = state.Referral is { } referral
            ? new Referral(new ParticipantRef(referral.Referrer), referral.Request, referral.Fingerprint, referral.Stage)
            : null,
        ReferralCount = state.ReferralCount,
        ReferralPoints = state.ReferralPoints,
    };

    private static StoredMilestone[]? ToStored(ImmutableArray<ReachedMilestone> reached) => NullIfEmpty(
        reached, milestone => new StoredMilestone(milestone.Id, milestone.Name, milestone.BonusPoints)
        {
            Times = milestone.Times == 1 ? null : milestone.Times,
        });

    private static ImmutableArray<ReachedMilestone> FromStored(StoredMilestone[]? reached) =>
        [.. (reached ?? []).Select(milestone => new ReachedMilestone(milestone.Id, milestone.Name, milestone.BonusPoints) { Times = milestone.Times ?? 1 })];

    private static StoredWin ToStored(Win win) =>
        new(win.Award, win.Tier, win.TierName, win.WinCode, win.Points, win.WonAt) { VoidedPoints = win.VoidedPoints };

    private static Win FromStored(StoredWin win) =>
        new(win.Award, win.Tier, win.TierName, win.WinCode, win.Points, win.WonAt) { VoidedPoints = win.VoidedPoints };

    private static TStored[]? NullIfEmpty<T, TStored>(ImmutableArray<T> values, Func<T, TStored> toStored) =>
        values.IsEmpty ? null : [.. values.Select(toStored)];
}
