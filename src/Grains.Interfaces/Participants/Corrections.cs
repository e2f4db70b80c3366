namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>A correction of somebody's points, validated by the gateway.</summary>
/// <param name="RequestId">The client's key, or one made by the gateway.</param>
/// <param name="RequestIdGiven">Whether the client knows the id, so that it may have been sent before.</param>
/// <param name="Points">To add or, below 0, to take: the total never falls below 0.</param>
/// <param name="Reason">Goes to the audit only.</param>
/// <param name="Actor">As <see cref="Audits.AuditAction"/> has it.</param>
/// <param name="TestClock">The time of the request in the test environment; null is the clock's.</param>
[GenerateSerializer, Immutable, Alias("AdjustPointsRequest")]
public sealed record AdjustPointsRequest(
    [property: Id(0)] string RequestId,
    [property: Id(1)] bool RequestIdGiven,
    [property: Id(2)] long Points,
    [property: Id(3)] string Reason,
    [property: Id(4)] string Actor,
    [property: Id(5)] DateTimeOffset? TestClock);

/// <param name="Data">The answer's <c>data</c> member as UTF-8 JSON, set only when <see cref="CorrectionStatus.Done"/>.</param>
/// <param name="Replayed">It had been done before; <paramref name="Data"/> is what was answered then.</param>
[GenerateSerializer, Immutable, Alias("AdjustPointsReply")]
public sealed record AdjustPointsReply(
    [property: Id(0)] CorrectionStatus Status,
    [property: Id(1)] byte[]? Data = null,
    [property: Id(2)] bool Replayed = false);

/// <summary>Excludes somebody from winning, or includes them again. Repeating it changes nothing.</summary>
/// <param name="Reason">Goes to the audit only.</param>
/// <param name="Actor">As <see cref="Audits.AuditAction"/> has it.</param>
/// <param name="TestClock">The time of the request in the test environment; null is the clock's.</param>
[GenerateSerializer, Immutable, Alias("ChangeExclusionRequest")]
public sealed record ChangeExclusionRequest(
    [property: Id(0)] bool IsExcluded,
    [property: Id(1)] string Reason,
    [property: Id(2)] string Actor,
    [property: Id(3)] DateTimeOffset? TestClock);

/// <summary>Source order is check order; the numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("CorrectionStatus")]
public enum CorrectionStatus : byte
{
    Done = 1,

    /// <summary>The id was used for another request.</summary>
    RequestIdReused = 2,
    ParticipantNotFound = 3,

    /// <summary>The test clock is set before the participant's last entry.</summary>
    TestClockBackwards = 4,

    /// <summary>The total could pass 2^53−1.</summary>
    PointsOverflow = 5,

    /// <summary>Storage did not say whether it was kept: the same request, sent again, will tell.</summary>
    OutcomeUnknown = 6,

    /// <summary>Nothing was kept; the same request may be sent again.</summary>
    Unavailable = 7,
}
