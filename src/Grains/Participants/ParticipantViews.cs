using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Grains.Participants;

/// <summary>What GET shows of a participant.</summary>
internal static class ParticipantViews
{
    public static ParticipantView Of(Campaign campaign, ParticipantLedger ledger, ParticipantRef participant, LocalPeriods now)
    {
        var state = ledger.State;
        return new ParticipantView(
            ledger.UserId,
            ledger.DisplayName,
            state.TotalPoints,
            state.EventsCount,
            state.JoinedAt!.Value,
            participant.ToString(),
            campaign.Milestones.IsEmpty ? null : Milestones(campaign, state),
            [.. state.RecentWins.Select(win => new WinView(win.TierName, win.WinCode, win.Points, win.WonAt, win.VoidedPoints is not null))],
            campaign.InstantWin is { } game
                ? new PlaysView(state.Plays.Total, EventRecorder.PlaysRemaining(game, state, now))
                : null,
            campaign.Streak is null ? null : new StreakView(state.Streak.DaysOn(now.Day)),
            state.LastEntryAt,
            state.ReachedAt)
        {
            ErasedAt = ledger.ErasedAt,
        };
    }

    /// <summary>A milestone that the definition no longer has is not shown.</summary>
    private static MilestonesView Milestones(Campaign campaign, Participant state) => new(
        [.. campaign.Milestones.Join(
            state.Milestones, milestone => milestone.Id, fired => fired.Id,
            (milestone, fired) => new MilestoneView(milestone.Id, milestone.Name, milestone.BonusPoints, fired.Times))],
        NextMilestone.Of(campaign, state) is { } next
            ? new NextMilestoneView(next.Id, next.Name, next.Points, next.Remaining)
            : null);
}
