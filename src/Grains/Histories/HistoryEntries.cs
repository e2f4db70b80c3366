using CampaignEngine.Grains.Interfaces.Histories;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Grains.Histories;

/// <summary>What a history shows of a participant's entries.</summary>
internal static class HistoryEntries
{
    /// <returns>Null when it is nothing that happened to the participant, or is told by another entry.</returns>
    public static HistoryEntry? Of(StoredParticipantEntry stored, DateTimeOffset time, StoredPersonal? person) => stored switch
    {
        StoredEvent recorded => new HistoryEntry(
            HistoryKind.Event, time, recorded.PointsEarned, recorded.PrizePoints, recorded.DefinitionVersion)
        {
            Milestones = Milestones(recorded.MilestonesReached),
            Event = new HistoryEvent(
                recorded.EventType,
                person?.EventId ?? "",
                person?.Metadata,
                recorded.OccurredAt,
                [.. (recorded.Rules ?? []).Select(rule => new RulePointsView(rule.Id, rule.Points))],
                recorded.Play?.Number,
                recorded.Play?.Win is { } win ? new HistoryWin(win.TierName, win.WinCode) : null),
        },
        StoredPointsAdjusted adjusted => Granted(
            HistoryKind.Adjustment, time, adjusted.Points, adjusted.MilestonesReached, adjusted.DefinitionVersion),
        StoredCodeRedeemed redeemed => Granted(
            HistoryKind.CodeRedeemed, time, redeemed.Points, redeemed.MilestonesReached, redeemed.DefinitionVersion),
        StoredExclusionChanged changed => new HistoryEntry(changed.IsExcluded ? HistoryKind.Excluded : HistoryKind.Included, time),
        StoredWinVoided voided => new HistoryEntry(HistoryKind.WinVoided, time, -voided.Points),
        StoredReferralCredited credited => Granted(
            HistoryKind.ReferralMade, time, credited.Reward, credited.MilestonesReached, credited.DefinitionVersion),
        StoredReferralCompleted completed => Granted(
            HistoryKind.Referred, time, completed.Reward, completed.MilestonesReached, completed.DefinitionVersion),
        StoredClaimReleased or StoredReferralBegun or StoredNamed or StoredErasureFinished => null,
        _ => throw new InvalidOperationException($"Whether a history shows {stored.GetType().Name} is not said."),
    };

    private static HistoryEntry Granted(
        HistoryKind kind, DateTimeOffset time, long points, StoredMilestone[]? reached, int definitionVersion)
    {
        var milestones = Milestones(reached);
        return new HistoryEntry(kind, time, points + milestones.Sum(milestone => milestone.BonusPoints), 0, definitionVersion)
        {
            Milestones = milestones,
        };
    }

    private static MilestoneView[] Milestones(StoredMilestone[]? reached) =>
        [.. (reached ?? []).Select(milestone => new MilestoneView(milestone.Id, milestone.Name, milestone.BonusPoints, milestone.Times ?? 1))];
}
