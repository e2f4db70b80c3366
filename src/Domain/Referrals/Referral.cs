using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Referrals;

/// <summary>The one referral by which a participant came, and how far it is.</summary>
/// <param name="Referrer">Who referred.</param>
/// <param name="Request">Finds the answer when the request is sent again.</param>
/// <param name="Fingerprint">Of the request: another one with the same key is refused.</param>
public sealed record Referral(ParticipantRef Referrer, UInt128 Request, UInt128 Fingerprint, ReferralStage Stage);

/// <summary>The numbers are stored, so they only grow.</summary>
public enum ReferralStage : byte
{
    /// <summary>The referrer's reward and the referee's are still to come.</summary>
    Begun = 1,

    Completed = 2,

    /// <summary>Completed when nobody was waiting for the answer any more: who asks the same again has not heard it.</summary>
    CompletedUnheard = 3,
}
