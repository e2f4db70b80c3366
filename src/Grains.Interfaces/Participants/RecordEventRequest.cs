namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>One user event, validated by the gateway.</summary>
/// <param name="EventId">The client's key, or one made by the gateway.</param>
/// <param name="EventIdGiven">Whether the client knows the id, so that it may have been sent before.</param>
/// <param name="Metadata">The object as sent, UTF-8, or null.</param>
/// <param name="DisplayName">A new display name, or null to leave it.</param>
[GenerateSerializer, Immutable, Alias("RecordEventRequest")]
public sealed record RecordEventRequest(
    [property: Id(0)] string UserId,
    [property: Id(1)] string EventType,
    [property: Id(2)] byte[]? Metadata,
    [property: Id(3)] string EventId,
    [property: Id(4)] bool EventIdGiven,
    [property: Id(5)] DateTimeOffset? OccurredAt,
    [property: Id(6)] string? DisplayName)
{
    /// <summary>The time of the request in the test environment (<c>X-Test-Clock</c>); null is the clock's.</summary>
    [Id(7)]
    public DateTimeOffset? TestClock { get; init; }

    /// <summary>Answers the event if it is recorded, and records nothing if not.</summary>
    [Id(8)]
    public bool ReplayOnly { get; init; }
}
