namespace CampaignEngine.Domain.Campaigns;

/// <summary>The member <c>referrals</c>: what who refers and who was referred get.</summary>
/// <param name="MaxPerReferrer">Beyond it the referrer gets 0; null is unlimited.</param>
public sealed record ReferralDefinition(long ReferrerPoints, long RefereePoints, int? MaxPerReferrer);
