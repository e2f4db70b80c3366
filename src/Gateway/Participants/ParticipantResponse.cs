using System.Text.Json.Serialization;

namespace CampaignEngine.Gateway.Participants;

/// <summary>A participant on the wire: the contract's members first, in its order, then ours.</summary>
public sealed record ParticipantResponse(
    string UserId,
    string DisplayName,
    long TotalPoints,
    long EventsCount,
    string JoinedAt,
    string ParticipantRef,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MilestonesResponse? Milestones,
    IReadOnlyList<WinResponse> Wins,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlaysResponse? Plays);

public sealed record MilestonesResponse(IReadOnlyList<MilestoneResponse> Reached, NextMilestoneResponse? Next);

public sealed record MilestoneResponse(string Id, string Name, long BonusPoints);

public sealed record NextMilestoneResponse(string Id, string Name, long Points, long Remaining);

public sealed record WinResponse(string PrizeTier, string WinCode, long PointsEarned, string WonAt);

/// <param name="Remaining">Null: unlimited.</param>
public sealed record PlaysResponse(long Used, long? Remaining);
