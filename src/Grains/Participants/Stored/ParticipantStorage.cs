using CampaignEngine.Domain.Participants;

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
        recorded.MilestonesReached.IsEmpty
            ? null
            : [.. recorded.MilestonesReached.Select(milestone => new StoredMilestone(milestone.Id, milestone.Name, milestone.BonusPoints))],
        recorded.Play is { } play ? new StoredPlay(play.Number, play.Win is { } win ? ToStored(win) : null) : null,
        recorded.Periods,
        occurredAt,
        answer);

    public static ParticipantEntry FromStored(StoredParticipantEntry entry) => entry switch
    {
        StoredEvent recorded => new EventRecorded(
            recorded.EventType,
            recorded.DefinitionVersion,
            recorded.PointsEarned,
            recorded.PrizePoints,
            [.. (recorded.MilestonesReached ?? []).Select(milestone => new ReachedMilestone(milestone.Id, milestone.Name, milestone.BonusPoints))],
            recorded.Play is { } play ? new Play(play.Number, play.Win is { } win ? FromStored(win) : null) : null,
            recorded.Periods),
        StoredClaimReleased released => new ClaimReleased(released.Award),
        _ => throw new InvalidOperationException($"{entry.GetType().Name} is no entry of a participant."),
    };

    public static StoredParticipant ToStored(Participant state, RecentEventIds ids) => new(
        state.TotalPoints,
        state.EventsCount,
        new StoredPlayCount(
            state.Plays.Total, state.Plays.Periods, state.Plays.InDay, state.Plays.InWeek, state.Plays.InMonth),
        state.Wins,
        state.LastAward,
        state.LastReleased,
        [.. state.MilestonesReached],
        [.. state.RecentWins.Select(ToStored)],
        state.JoinedAt,
        state.ReachedAt,
        state.LastEntryAt,
        ids.Pack(),
        ids.HasOlder);

    public static Participant FromStored(StoredParticipant state) => new()
    {
        TotalPoints = state.TotalPoints,
        EventsCount = state.EventsCount,
        Plays = new PlayCount(
            state.Plays.Total, state.Plays.Periods, state.Plays.InDay, state.Plays.InWeek, state.Plays.InMonth),
        Wins = state.Wins,
        LastAward = state.LastAward,
        LastReleased = state.LastReleased,
        MilestonesReached = [.. state.MilestonesReached],
        RecentWins = [.. state.RecentWins.Select(FromStored)],
        JoinedAt = state.JoinedAt,
        ReachedAt = state.ReachedAt,
        LastEntryAt = state.LastEntryAt,
    };

    private static StoredWin ToStored(Win win) => new(win.Award, win.Tier, win.TierName, win.WinCode, win.Points, win.WonAt);

    private static Win FromStored(StoredWin win) => new(win.Award, win.Tier, win.TierName, win.WinCode, win.Points, win.WonAt);
}
