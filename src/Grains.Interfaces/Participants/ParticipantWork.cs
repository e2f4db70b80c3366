using CampaignEngine.Grains.Interfaces.Referrals;

namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>What a participant cannot finish alone: no participant ever waits for another one, so whoever woke it does the rest.</summary>
/// <param name="Referral">The rewards of this referral are to come; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("ParticipantWork")]
public sealed record ParticipantWork([property: Id(0)] BegunReferral? Referral);
