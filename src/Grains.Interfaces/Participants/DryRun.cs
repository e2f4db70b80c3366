namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>An event that is only explained, validated by the gateway.</summary>
/// <param name="Metadata">The object as sent, UTF-8, or null.</param>
/// <param name="TestClock">The time of the request in the test environment; null is the clock's.</param>
[GenerateSerializer, Immutable, Alias("DryRunRequest")]
public sealed record DryRunRequest(
    [property: Id(0)] string EventType,
    [property: Id(1)] byte[]? Metadata,
    [property: Id(2)] DateTimeOffset? OccurredAt,
    [property: Id(3)] DateTimeOffset? TestClock);

/// <param name="Data">The answer's <c>data</c> member as UTF-8 JSON, set only when <see cref="DryRunStatus.Explained"/>.</param>
[GenerateSerializer, Immutable, Alias("DryRunReply")]
public sealed record DryRunReply([property: Id(0)] DryRunStatus Status, [property: Id(1)] byte[]? Data = null);

/// <summary>The numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("DryRunStatus")]
public enum DryRunStatus : byte
{
    Explained = 1,

    /// <summary>The campaign was never activated.</summary>
    CampaignNotFound = 2,

    /// <summary>The test clock is set before the participant's last entry.</summary>
    TestClockBackwards = 3,
}
