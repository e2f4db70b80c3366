namespace CampaignEngine.Grains.Interfaces.Referrals;

/// <summary>Somebody refers this participant; validated by the gateway, the code included.</summary>
/// <param name="UserId">The referee.</param>
/// <param name="Referrer">As a participantRef.</param>
/// <param name="RequestId">The client's key, or one made by the gateway.</param>
/// <param name="RequestIdGiven">Whether the client knows the id, so that it may have been sent before.</param>
/// <param name="TestClock">The time of the request in the test environment; null is the clock's.</param>
[GenerateSerializer, Immutable, Alias("BeginReferralRequest")]
public sealed record BeginReferralRequest(
    [property: Id(0)] string UserId,
    [property: Id(1)] UInt128 Referrer,
    [property: Id(2)] string ReferrerId,
    [property: Id(3)] string RequestId,
    [property: Id(4)] bool RequestIdGiven,
    [property: Id(5)] DateTimeOffset? TestClock);

/// <param name="Data">The answer's <c>data</c> member as UTF-8 JSON, set only when <see cref="ReferralStatus.Done"/>.</param>
/// <param name="Begun">What is to be done next, set only when <see cref="ReferralStatus.Begun"/>.</param>
[GenerateSerializer, Immutable, Alias("ReferralReply")]
public sealed record ReferralReply(
    [property: Id(0)] ReferralStatus Status,
    [property: Id(1)] byte[]? Data = null,
    [property: Id(2)] bool Replayed = false,
    [property: Id(3)] BegunReferral? Begun = null);

/// <summary>A referral that waits for its rewards.</summary>
/// <param name="Referrer">As a participantRef.</param>
/// <param name="ReferrerId">The user id; null when the referrer has been credited before.</param>
/// <param name="Request">The hash that finds the answer.</param>
[GenerateSerializer, Immutable, Alias("BegunReferral")]
public sealed record BegunReferral(
    [property: Id(0)] UInt128 Referrer,
    [property: Id(1)] string? ReferrerId,
    [property: Id(2)] UInt128 Request);

/// <param name="UserId">The referrer; null when it is known that the reward was recorded before.</param>
/// <param name="Referee">As a participantRef.</param>
[GenerateSerializer, Immutable, Alias("CreditReferralRequest")]
public sealed record CreditReferralRequest(
    [property: Id(0)] string? UserId,
    [property: Id(1)] UInt128 Referee,
    [property: Id(2)] DateTimeOffset? TestClock);

[GenerateSerializer, Immutable, Alias("CreditReferralReply")]
public sealed record CreditReferralReply(
    [property: Id(0)] ReferralStatus Status,
    [property: Id(1)] long Reward = 0);

/// <param name="Request">As <see cref="BegunReferral.Request"/>.</param>
/// <param name="ReferrerReward">What the referrer got.</param>
/// <param name="IsHeard">Whether somebody waits for the answer.</param>
[GenerateSerializer, Immutable, Alias("CompleteReferralRequest")]
public sealed record CompleteReferralRequest(
    [property: Id(0)] UInt128 Request,
    [property: Id(1)] long ReferrerReward,
    [property: Id(2)] bool IsHeard,
    [property: Id(3)] DateTimeOffset? TestClock);

/// <param name="Count">Of those who were referred.</param>
/// <param name="Points">What the referrer got for them.</param>
[GenerateSerializer, Immutable, Alias("ReferralTotals")]
public readonly record struct ReferralTotals(
    [property: Id(0)] long Count,
    [property: Id(1)] long Points);

/// <summary>Source order is check order; the numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("ReferralStatus")]
public enum ReferralStatus : byte
{
    Done = 1,

    /// <summary>The rewards are to come.</summary>
    Begun = 2,

    /// <summary>The id was used for another referral of this participant.</summary>
    RequestIdReused = 3,
    CampaignNotActive = 4,
    NotEnabled = 5,
    AlreadyReferred = 6,

    /// <summary>The total could pass 2^53−1.</summary>
    PointsOverflow = 7,

    /// <summary>The test clock is set before the participant's last entry.</summary>
    TestClockBackwards = 8,

    /// <summary>It is not known, or not finished: the same request, sent again, will tell.</summary>
    OutcomeUnknown = 9,

    /// <summary>Nothing was kept; the same request may be sent again.</summary>
    Unavailable = 10,
}
