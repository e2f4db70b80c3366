namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>POST /v1/campaigns/{slug}/referrals and GET …/referral-code/{userId}.</summary>
internal static class ReferralFacts
{
    private const string Post = "POST /v1/campaigns/partone/referrals";
    private const string Referral = """{"referrerId":"$u","refereeId":"$v","referralCode":"$code"}""";

    private static readonly Step s_code = new("GET /v1/campaigns/partone/referral-code/$u", Take: "referralCode", As: "code");

    public static readonly Fact[] All =
    [
        new("referral.recorded", Post, 200)
        {
            Body = Referral, Before = [s_code],
            Data = """{"referrerReward":200,"refereeReward":100,"message":"Referral recorded successfully"}""",
        },
        new("referral.self", Post, 400)
        {
            Body = """{"referrerId":"$u","refereeId":"$u","referralCode":"$code"}""", Before = [s_code], Message = "Self-referral not allowed",
        },
        new("referral.wrong-code", Post, 404)
        {
            Body = """{"referrerId":"$w","refereeId":"$v","referralCode":"$code"}""", Before = [s_code], Message = "Campaign or user not found",
        },
        new("referral.self-before-code", Post, 400)
        {
            Body = """{"referrerId":"$u","refereeId":"$u","referralCode":"wrong"}""", Message = "Self-referral not allowed",
        },
        new("referral.already", Post, 400) { Body = Referral, Before = [s_code, new(Post, Referral)], Message = "User has already been referred" },
        new("referral.capped", Post, 200)
        {
            Body = """{"referrerId":"$u","refereeId":"$w","referralCode":"$code"}""", Before = [s_code, new(Post, Referral)],
            Data = """{"referrerReward":0,"refereeReward":100,"message":"Referral recorded successfully"}""",
        },
        new("referral.not-enabled", "POST /v1/campaigns/points/referrals", 409) { Body = """{"referrerId":"$u","refereeId":"$v","referralCode":"22222222"}""", Message = "The campaign has no referrals" },
        new("referral.no-referee", Post, 400) { Body = """{"referrerId":"$u","referralCode":"22222222"}""", Message = "Invalid request body" },
        new("referral.unknown-campaign", "POST /v1/campaigns/nowhere/referrals", 404)
        {
            Body = """{"referrerId":"$u","refereeId":"$v","referralCode":"22222222"}""", Message = "Campaign or user not found",
        },
        new("referral.paused", "POST /v1/campaigns/partone-paused/referrals", 404)
        {
            Body = """{"referrerId":"$u","refereeId":"$v","referralCode":"22222222"}""", Message = "Campaign or user not found",
        },

        new("referral-code.fresh", "GET /v1/campaigns/partone/referral-code/$u", 200)
        {
            Data = """{"referralCode":"/^[2-9A-HJKMNP-Z]{8}$/","referralCount":0,"totalRewardsEarned":0}""",
        },
        new("referral-code.counts", "GET /v1/campaigns/partone/referral-code/$u", 200)
        {
            Before = [s_code, new(Post, Referral)],
            Data = """{"referralCode":"$code","referralCount":1,"totalRewardsEarned":200}""",
        },
        new("referral-code.unknown-campaign", "GET /v1/campaigns/nowhere/referral-code/$u", 404) { Message = "Campaign not found" },
    ];
}
