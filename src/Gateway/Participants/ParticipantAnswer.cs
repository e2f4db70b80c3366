using CampaignEngine.Gateway.Answers;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Turns what the grain says into what goes over the wire.</summary>
internal static class ParticipantAnswer
{
    public static ParticipantResponse From(ParticipantView view) => new(
        view.UserId,
        view.DisplayName,
        view.TotalPoints,
        view.EventsCount,
        WireTime.Format(view.JoinedAt),
        view.ParticipantRef,
        view.Milestones is { } milestones ? From(milestones) : null,
        [.. view.Wins.Select(win => new WinResponse(win.PrizeTier, win.WinCode, win.PointsEarned, WireTime.Format(win.WonAt), win.IsVoided ? true : null))],
        view.Plays is { } plays ? new PlaysResponse(plays.Used, plays.Remaining) : null,
        view.Streak is { } streak ? new StreakResponse(streak.Days) : null);

    public static MilestoneResponse From(MilestoneView milestone) =>
        new(milestone.Id, milestone.Name, milestone.BonusPoints, milestone.Times > 1 ? milestone.Times : null);

    private static MilestonesResponse From(MilestonesView view) => new(
        [.. view.Reached.Select(From)],
        view.Next is { } next ? new NextMilestoneResponse(next.Id, next.Name, next.Points, next.Remaining) : null);
}
