using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Events;

/// <summary>An event on the wire, for the reference. <see cref="EventReader"/> reads it without making one.</summary>
internal sealed record EventRequest(
    [property: Description("The app's own id of the user."), StringLength(CharacterLimits.UserId, MinimumLength = 1)] string UserId,
    [property: Description("What the user did."), StringLength(CharacterLimits.EventType, MinimumLength = 1)] string EventType,
    [property: Description("Whatever rules look at; at most 16 KiB. It is kept as it is sent.")] JsonObject? Metadata = null,
    [property: Description("Names the event, so that it can be sent again; as `Idempotency-Key`.")]
    [property: StringLength(CharacterLimits.EventId, MinimumLength = 1), RegularExpression("^[!-~]+$")] string? EventId = null,
    [property: Description("When it happened; at most five minutes ahead. Without an offset it is UTC.")] string? OccurredAt = null,
    [property: Description("How to call the user on leaderboards."), StringLength(CharacterLimits.DisplayName)] string? DisplayName = null);

/// <summary>An event of a batch on the wire, for the reference: the same, with an id.</summary>
internal sealed record BatchEventRequest(
    [property: Description("The app's own id of the user."), StringLength(CharacterLimits.UserId, MinimumLength = 1)] string UserId,
    [property: Description("What the user did."), StringLength(CharacterLimits.EventType, MinimumLength = 1)] string EventType,
    [property: Description("Names the event, so that it can be sent again.")]
    [property: StringLength(CharacterLimits.EventId, MinimumLength = 1), RegularExpression("^[!-~]+$")] string EventId,
    [property: Description("Whatever rules look at; at most 16 KiB. It is kept as it is sent.")] JsonObject? Metadata = null,
    [property: Description("When it happened; at most five minutes ahead. Without an offset it is UTC.")] string? OccurredAt = null,
    [property: Description("How to call the user on leaderboards."), StringLength(CharacterLimits.DisplayName)] string? DisplayName = null);
