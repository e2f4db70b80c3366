namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>Calls somebody otherwise. The name that they have already changes nothing.</summary>
/// <param name="DisplayName">Empty: none.</param>
/// <param name="TestClock">The time of the request in the test environment; null is the clock's.</param>
[GenerateSerializer, Immutable, Alias("SetDisplayNameRequest")]
public sealed record SetDisplayNameRequest(
    [property: Id(0)] string DisplayName,
    [property: Id(1)] DateTimeOffset? TestClock);

/// <param name="Participant">With the name, set only when <see cref="CorrectionStatus.Done"/>.</param>
[GenerateSerializer, Immutable, Alias("SetDisplayNameReply")]
public sealed record SetDisplayNameReply(
    [property: Id(0)] CorrectionStatus Status,
    [property: Id(1)] ParticipantView? Participant = null);
