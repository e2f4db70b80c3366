using System.ComponentModel;
using System.Text.Json.Serialization;
using CampaignEngine.Gateway.Answers;

namespace CampaignEngine.Gateway.Participants;

/// <summary>One thing that happened to a participant, on the wire. The sum of points and prize points is the total.</summary>
public sealed record HistoryResponse(
    [property: Description("`event`, `adjustment`, `exclusion`, `inclusion`, `win_voided`, `referral_made` (who referred) or `referred` (who was).")] string Type,
    string RecordedAt,
    [property: Description("What it added to the total, bonuses of milestones included, without the prize's; below 0 what it took.")] long Points,
    long PrizePoints,
    [property: Description("Where a definition was asked.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? DefinitionVersion,
    [property: Description("Reached by this, with the bonuses of all the times.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MilestoneResponse>? Milestones,
    [property: Description("These and the following of events only.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EventType,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EventId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? OccurredAt,
    [property: Description("Byte for byte as it was sent.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Metadata,
    [property: Description("Those with limits or a cooldown that gave points, before a cap cut them.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RulePointsResponse>? Rules,
    [property: Description("Of plays only.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HistoryPlayResponse? InstantWin);

public sealed record RulePointsResponse(string Id, long Points);

/// <param name="Play">The number of the participant's play.</param>
public sealed record HistoryPlayResponse(
    long Play,
    bool Won,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PrizeTier,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? WinCode);
