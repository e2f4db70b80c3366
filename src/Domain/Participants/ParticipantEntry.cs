using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>One thing that happened to a participant.</summary>
public abstract record ParticipantEntry;

/// <summary>An event, and everything that it earned. Total after = total before + points earned + prize points.</summary>
/// <param name="DefinitionVersion">The version of the definition that decided it.</param>
/// <param name="PointsEarned">Rules and milestone bonuses, without the prize's points.</param>
/// <param name="PrizePoints">The prize's points; 0 unless won.</param>
/// <param name="Play">Null when the event was not a play.</param>
/// <param name="Periods">The local day, week and month that limits were counted in.</param>
public sealed record EventRecorded(
    string EventType,
    int DefinitionVersion,
    long PointsEarned,
    long PrizePoints,
    ImmutableArray<ReachedMilestone> MilestonesReached,
    Play? Play,
    LocalPeriods Periods) : ParticipantEntry
{
    /// <summary>
    /// The rules with limits or a cooldown that gave points, in the definition's order, before <c>maxPointsPerUser</c> cut
    /// them: what those limits count. Other rules leave no trace but their points.
    /// </summary>
    public ImmutableArray<AppliedRule> Rules { get; init; } = [];

    /// <summary>What rules and streak came to after <c>maxPointsPerUser</c>: what that limit counts.</summary>
    public long LimitedPoints { get; init; }

    /// <summary>Days in a row that this event makes the participant's streak; 0 when it is not of a streak's type.</summary>
    public int StreakDays { get; init; }

    /// <summary>Whether events of this type are counted: those that the deciding definition names.</summary>
    public bool IsCounted { get; init; }
}

public readonly record struct AppliedRule(string Id, long Points);

/// <param name="BonusPoints">Of all the times that this entry fired it.</param>
public sealed record ReachedMilestone(string Id, string Name, long BonusPoints)
{
    /// <summary>More than 1 only where the milestone repeats.</summary>
    public long Times { get; init; } = 1;
}

/// <summary>The participant's nth play, and what it won, if anything.</summary>
public sealed record Play(long Number, Win? Win)
{
    /// <summary>The award number of a deck's losing card; 0 when the play won, or was not numbered.</summary>
    public long LosingAward { get; init; }

    /// <summary>The award that the pool numbered this play with; 0 when it numbered none.</summary>
    public long Award => Win?.Award ?? LosingAward;
}

/// <param name="Award">The award's number in the campaign's pool.</param>
/// <param name="Tier">Index of the tier in the definition.</param>
public sealed record Win(long Award, int Tier, string TierName, string WinCode, long Points, DateTimeOffset WonAt)
{
    /// <summary>The points that were taken when the win was taken back; null while it stands.</summary>
    public long? VoidedPoints { get; init; }
}

/// <summary>
/// Without effect: its only purpose is that no append prepared before it can pass the fence, so that the award can be
/// taken back.
/// </summary>
public sealed record ClaimReleased(long Award) : ParticipantEntry;

/// <summary>Somebody corrected the total.</summary>
/// <param name="Points">What was really added or, below 0, taken: the total never falls below 0.</param>
/// <param name="MilestonesReached">Their bonuses come on top.</param>
public sealed record PointsAdjusted(
    long Points, int DefinitionVersion, ImmutableArray<ReachedMilestone> MilestonesReached) : ParticipantEntry;

/// <summary>From here on the participant always loses, or may win again.</summary>
public sealed record ExclusionChanged(bool IsExcluded) : ParticipantEntry;

/// <summary>A win was taken back. It still counts towards the wins of the participant.</summary>
/// <param name="Points">What was taken: the prize's points, as far as the total had them.</param>
public sealed record WinVoided(long Award, long Points) : ParticipantEntry;

/// <summary>From here on the participant is called as the entry's personal part says.</summary>
public sealed record ParticipantNamed : ParticipantEntry;

/// <summary>Somebody referred this participant. What both get comes with the entries after it.</summary>
/// <param name="Request">Finds the answer when the request is sent again.</param>
/// <param name="Fingerprint">Of the request.</param>
public sealed record ReferralBegun(ParticipantRef Referrer, UInt128 Request, UInt128 Fingerprint) : ParticipantEntry;

/// <summary>The referrer's reward for one referral.</summary>
/// <param name="Reward">0 beyond the limit of referrals. The bonuses of milestones come on top.</param>
public sealed record ReferralCredited(
    ParticipantRef Referee, long Reward, int DefinitionVersion, ImmutableArray<ReachedMilestone> MilestonesReached) : ParticipantEntry;

/// <summary>The referee's reward; the referral is over.</summary>
/// <param name="Reward">The bonuses of milestones come on top.</param>
/// <param name="ReferrerReward">What the referrer got.</param>
/// <param name="IsHeard">Whether a request was waiting for the answer.</param>
public sealed record ReferralCompleted(
    ParticipantRef Referrer, long Reward, long ReferrerReward, int DefinitionVersion, ImmutableArray<ReachedMilestone> MilestonesReached,
    bool IsHeard) : ParticipantEntry;
