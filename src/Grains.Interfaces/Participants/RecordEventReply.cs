namespace CampaignEngine.Grains.Interfaces.Participants;

/// <param name="Data">The answer's <c>data</c> member as UTF-8 JSON, set only when <see cref="RecordEventStatus.Recorded"/>.</param>
/// <param name="Replayed">The event had been recorded before; <paramref name="Data"/> is what was answered then.</param>
[GenerateSerializer, Immutable, Alias("RecordEventReply")]
public sealed record RecordEventReply(
    [property: Id(0)] RecordEventStatus Status,
    [property: Id(1)] byte[]? Data,
    [property: Id(2)] bool Replayed)
{
    public static RecordEventReply Refused(RecordEventStatus status) => new(status, null, false);
}

/// <summary>Source order is check order; the numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("RecordEventStatus")]
public enum RecordEventStatus : byte
{
    Recorded = 1,

    /// <summary>The id was used for another request.</summary>
    EventIdReused = 2,
    CampaignNotActive = 3,

    /// <summary><c>occurredAt</c> lies more than five minutes ahead.</summary>
    OccurredInFuture = 4,
    PlaysExceeded = 5,

    /// <summary>The total could pass 2^53−1.</summary>
    PointsOverflow = 6,

    /// <summary>Storage did not say whether the event was kept: the same request, sent again, will tell.</summary>
    OutcomeUnknown = 7,

    /// <summary>Nothing was kept; the same request may be sent again.</summary>
    Unavailable = 8,

    /// <summary>The test clock is set before the participant's last entry.</summary>
    TestClockBackwards = 9,

    /// <summary>Only a replay was asked for, and the event is not recorded.</summary>
    NotRecorded = 10,
}
