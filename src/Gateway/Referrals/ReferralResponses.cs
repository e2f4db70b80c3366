namespace CampaignEngine.Gateway.Referrals;

/// <param name="ReferralCount">Users who were referred with the code.</param>
/// <param name="TotalRewardsEarned">Points for them, without the bonuses of milestones.</param>
public sealed record ReferralCodeResponse(string ReferralCode, long ReferralCount, long TotalRewardsEarned);
