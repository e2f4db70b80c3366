namespace CampaignEngine.Domain.Campaigns;

/// <summary>The member <c>referrals</c>: what who refers and who was referred get.</summary>
/// <param name="ReferrerPoints">0 to 1,000,000,000; so is the other one.</param>
/// <param name="MaxPerReferrer">Beyond it the referrer gets 0, 1 to 1,000,000; null is unlimited.</param>
public sealed record ReferralDefinition(long ReferrerPoints, long RefereePoints, int? MaxPerReferrer);
