using CampaignEngine.Domain.Codes;

namespace CampaignEngine.Grains.Interfaces.Codes;

/// <summary>
/// One batch of redeemable codes; the key is a <see cref="CodeBatchKey"/>. Codes are claimed one at a time, and many
/// claims share a commit.
/// </summary>
[Alias("campaign-engine.code-batch"), GrainInterfaceType("code-batch")]
public interface ICodeBatchGrain : IGrainWithStringKey
{
    /// <summary>What a code is at a time, or null when there is no such batch.</summary>
    /// <param name="index">The code's place in the batch, from 0.</param>
    /// <param name="participant">To whom; their own open claim is active to them. Null is anybody.</param>
    [Alias("Look")]
    Task<CodeView?> Look(int index, UInt128? participant, DateTimeOffset now);

    /// <summary>
    /// Makes the code the participant's, for ever. The same claim may be repeated until it is completed. Whatever the call
    /// ends with, a claim that was kept is completed.
    /// </summary>
    /// <returns><see cref="CodeState.Active"/> when the code is theirs, else what stands against it.</returns>
    [Alias("Claim")]
    Task<CodeState> Claim(ClaimCodeRequest request);

    /// <summary>The participants' entries are there: the claims of these codes may be ended.</summary>
    [Alias("Complete")]
    Task Complete(int[] indexes);

    /// <summary>Revokes one code or all of them, but those that are redeemed; audited. May be repeated.</summary>
    [Alias("Revoke")]
    Task<RevokeCodesReply> Revoke(RevokeCodesRequest request);

    [Alias("Count")]
    Task<CodeStats> Count(DateTimeOffset now);

    /// <summary>Completes the claims that are open.</summary>
    [Alias("Resume")]
    Task Resume();
}

[GenerateSerializer, Immutable, Alias("CodeView")]
public sealed record CodeView([property: Id(0)] CodeState State, [property: Id(1)] long Points);

/// <param name="Key">Hash of the request's idempotency key, or 0.</param>
/// <param name="Now">The time of the request.</param>
/// <param name="ErasedAt">The version of the participant's entry that erased the person last; 0 when there is none.</param>
[GenerateSerializer, Immutable, Alias("ClaimCodeRequest")]
public sealed record ClaimCodeRequest(
    [property: Id(0)] int Index,
    [property: Id(1)] UInt128 Participant,
    [property: Id(2)] string UserId,
    [property: Id(3)] UInt128 Key,
    [property: Id(4)] DateTimeOffset Now,
    [property: Id(5)] long ErasedAt);

/// <param name="Actor">As <see cref="Audits.AuditAction.Actor"/>.</param>
/// <param name="Index">The code's place in the batch, or null for all of them.</param>
/// <param name="Reason">Goes to the audit only.</param>
[GenerateSerializer, Immutable, Alias("RevokeCodesRequest")]
public sealed record RevokeCodesRequest(
    [property: Id(0)] string Actor, [property: Id(1)] int? Index, [property: Id(2)] string Reason);

/// <param name="Revoked">How many of the codes that were named are revoked now.</param>
[GenerateSerializer, Immutable, Alias("RevokeCodesReply")]
public sealed record RevokeCodesReply([property: Id(0)] RevokeCodesStatus Status, [property: Id(1)] long Revoked = 0);

/// <summary>The numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("RevokeCodesStatus")]
public enum RevokeCodesStatus : byte
{
    Done = 1,
    NotFound = 2,

    /// <summary>The one code was redeemed.</summary>
    Redeemed = 3,

    /// <summary>The same request, sent again, will tell.</summary>
    OutcomeUnknown = 4,

    /// <summary>Nothing was kept.</summary>
    Unavailable = 5,
}
