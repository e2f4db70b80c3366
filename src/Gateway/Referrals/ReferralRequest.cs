using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Referrals;

/// <param name="Key">The idempotency key, or null.</param>
internal sealed record ReferralRequest(string ReferrerId, string RefereeId, string ReferralCode, string? Key)
{
    public const int MaxCode = 64;

    public static ReferralRequest? Read(ref RequestMembers members, string? key)
    {
        var referrerId = members.RequiredText("referrerId"u8, "/referrerId", CharacterLimits.UserId);
        var refereeId = members.RequiredText("refereeId"u8, "/refereeId", CharacterLimits.UserId);
        var code = members.RequiredText("referralCode"u8, "/referralCode", MaxCode);
        return referrerId is null || refereeId is null || code is null ? null : new ReferralRequest(referrerId, refereeId, code, key);
    }
}
