using System.Text.Json;

namespace CampaignEngine.Domain.Participants;

/// <summary>What a client says has happened.</summary>
/// <param name="Metadata">An object, or <c>default</c> when the event has none.</param>
/// <param name="OccurredAt">When the client says it happened; stored, and at most <see cref="MaxMinutesAhead"/> ahead.</param>
public readonly record struct UserEvent(string EventType, JsonElement Metadata, DateTimeOffset? OccurredAt)
{
    public const int MaxMinutesAhead = 5;
}
