using CampaignEngine.Grains.Interfaces.Histories;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Histories;

/// <summary>What a history shows of a participant's entries.</summary>
internal static class HistoryEntries
{
    /// <summary>
    /// Whether the history ends here: a blank personal part is of somebody who was erased, or whom nobody knew yet. That of
    /// an entry that began a referral is blanked when the referral is completed.
    /// </summary>
    public static bool IsOfNobody(StoredParticipantEntry stored, JournalEntry entry) =>
        entry.Personal.IsEmpty && stored is not StoredReferralBegun;

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
        StoredExclusionChanged changed => new HistoryEntry(changed.IsExcluded ? HistoryKind.Excluded : HistoryKind.Included, time),
        StoredWinVoided voided => new HistoryEntry(HistoryKind.WinVoided, time, -voided.Points),
        StoredReferralCredited credited => Granted(
            HistoryKind.ReferralMade, time, credited.Reward, credited.MilestonesReached, credited.DefinitionVersion),
        StoredReferralCompleted completed => Granted(
            HistoryKind.Referred, time, completed.Reward, completed.MilestonesReached, completed.DefinitionVersion),
        StoredClaimReleased or StoredReferralBegun or StoredNamed => null,
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
