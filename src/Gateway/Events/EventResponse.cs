using System.ComponentModel;
using System.Text.Json.Serialization;
using CampaignEngine.Gateway.Participants;

namespace CampaignEngine.Gateway.Events;

/// <summary>The <c>data</c> that answers an event, for the reference. The grain writes it once and keeps the bytes.</summary>
internal sealed record EventResponse(
    [property: Description("By rules, streak and milestones; without the prize's.")] long PointsEarned,
    long TotalPoints,
    [property: Description("In campaigns that have instant win.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] InstantWinResponse? InstantWin,
    string Message,
    [property: Description("As it was sent, or made by the server.")] string EventId,
    [property: Description("In campaigns that have milestones.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MilestonesResponse? Milestones,
    [property: Description("In campaigns that have a streak.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] StreakResponse? Streak,
    [property: Description("In campaigns that have instant win; null is unlimited.")] long? PlaysRemaining = null);

internal sealed record InstantWinResponse(
    bool Won,
    [property: Description("Only when won.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PrizeTier,
    [property: Description("By the prize; 0 when nothing was won.")] long PointsEarned,
    [property: Description("Only when won.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? WinCode,
    string Message,
    [property: Description("Whether this event was a play.")] bool Played);
