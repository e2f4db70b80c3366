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
    LocalPeriods Periods) : ParticipantEntry;

public sealed record ReachedMilestone(string Id, string Name, long BonusPoints);

/// <summary>The participant's nth play, and what it won, if anything.</summary>
public sealed record Play(long Number, Win? Win);

/// <param name="Award">The award's number in the campaign's pool.</param>
/// <param name="Tier">Index of the tier in the definition.</param>
public sealed record Win(long Award, int Tier, string TierName, string WinCode, long Points, DateTimeOffset WonAt);

/// <summary>
/// Without effect: its only purpose is that no append prepared before it can pass the fence, so that the award can be
/// taken back.
/// </summary>
public sealed record ClaimReleased(long Award) : ParticipantEntry;
