using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Events;

/// <summary>An event of a dry run on the wire, for the reference. <see cref="DryRunEndpoint"/> reads it without making one.</summary>
internal sealed record EventToTryRequest(
    [property: StringLength(CharacterLimits.UserId, MinimumLength = 1)] string UserId,
    [property: StringLength(CharacterLimits.EventType, MinimumLength = 1)] string EventType,
    JsonObject? Metadata = null,
    string? OccurredAt = null);
