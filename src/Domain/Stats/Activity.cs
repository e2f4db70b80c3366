using System.Collections.Immutable;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Stats;

/// <summary>What happened in a campaign in some time.</summary>
/// <param name="Participants">Who joined.</param>
/// <param name="Events">Recorded events, not corrections.</param>
/// <param name="Points">Given, less what corrections and voided wins took; erasing takes nothing from the past.</param>
/// <param name="Wins">Also those that were taken back later.</param>
public readonly record struct Activity(long Participants, long Events, Int128 Points, long Plays, long Wins)
{
    /// <summary>2^63−1 when it is more, −2^63 when it is less.</summary>
    public long ShownPoints => (long)Int128.Clamp(Points, long.MinValue, long.MaxValue);

    public static Activity operator +(Activity left, Activity right) => new(
        left.Participants + right.Participants,
        left.Events + right.Events,
        left.Points + right.Points,
        left.Plays + right.Plays,
        left.Wins + right.Wins);

    /// <summary>What one entry adds, but for its participant: who joined depends on the entries before.</summary>
    public static Activity Of(ParticipantEntry entry) => entry switch
    {
        EventRecorded recorded => new(
            0, 1, recorded.PointsEarned + recorded.PrizePoints, recorded.Play is null ? 0 : 1, recorded.Play?.Win is null ? 0 : 1),
        PointsAdjusted adjusted => Granted(adjusted.Points, adjusted.MilestonesReached),
        CodeRedeemed redeemed => Granted(redeemed.Points, redeemed.MilestonesReached),
        ReferralCredited credited => Granted(credited.Reward, credited.MilestonesReached),
        ReferralCompleted completed => Granted(completed.Reward, completed.MilestonesReached),
        WinVoided voided => default(Activity) with { Points = -voided.Points },

        // What was recorded happened, also to somebody who was erased since.
        Erased or ErasureFinished or ClaimReleased or ExclusionChanged or ParticipantNamed or ReferralBegun => default,
        _ => throw new InvalidOperationException($"{entry.GetType().Name} is not counted."),
    };

    /// <summary>Whether an entry makes a participant of whoever was none.</summary>
    public static bool Joins(ParticipantEntry entry) =>
        entry is EventRecorded or PointsAdjusted or CodeRedeemed or ReferralCredited or ReferralCompleted;

    private static Activity Granted(long points, ImmutableArray<ReachedMilestone> reached) =>
        default(Activity) with { Points = points + reached.Bonuses() };
}
