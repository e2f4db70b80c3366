using CampaignEngine.Grains.Interfaces.Referrals;

namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>Erases the person behind a participant.</summary>
/// <param name="Actor">As <see cref="Audits.AuditAction"/> has it.</param>
[GenerateSerializer, Immutable, Alias("EraseParticipantRequest")]
public sealed record EraseParticipantRequest([property: Id(0)] string Actor);

/// <param name="Unfinished">Must be finished first, and the request sent again; set only when <see cref="EraseStatus.ReferralUnfinished"/>.</param>
[GenerateSerializer, Immutable, Alias("EraseParticipantReply")]
public sealed record EraseParticipantReply(
    [property: Id(0)] EraseStatus Status,
    [property: Id(1)] BegunReferral? Unfinished = null);

/// <summary>The numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("EraseStatus")]
public enum EraseStatus : byte
{
    /// <summary>The person is gone; what older entries hold of them is blanked soon.</summary>
    Erased = 1,
    ParticipantNotFound = 2,

    /// <summary>A referral of theirs waits for its rewards, which come to a person.</summary>
    ReferralUnfinished = 3,

    /// <summary>Storage did not say whether it was kept: the same request, sent again, will tell.</summary>
    OutcomeUnknown = 4,

    /// <summary>Nothing was kept; the same request may be sent again.</summary>
    Unavailable = 5,
}
