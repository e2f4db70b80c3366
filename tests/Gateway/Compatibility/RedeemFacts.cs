namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>POST /v1/campaigns/{slug}/redeem.</summary>
internal static class RedeemFacts
{
    private const string Post = "POST /v1/campaigns/partone/redeem";
    private const string Body = """{"userId":"$u","code":"$code"}""";
    private const string Redeemed = """{"pointsEarned":25,"totalPoints":25,"code":"$code","message":"Code redeemed successfully"}""";

    public static readonly Fact[] All =
    [
        new("redeem.redeemed", Post, 200) { Body = Body, Before = [CodeFacts.Generated], Data = Redeemed },
        new("redeem.same-user-again", Post, 200) { Body = Body, Before = [CodeFacts.Generated, new(Post, Body)], Data = Redeemed },
        new("redeem.redeemed-by-another", Post, 409)
        {
            Body = """{"userId":"$v","code":"$code"}""", Before = [CodeFacts.Generated, new(Post, Body)], Message = "Code status is REDEEMED",
        },
        new("redeem.revoked", Post, 409) { Body = Body, Before = CodeFacts.Revoked, Message = "Code status is REVOKED" },
        new("redeem.expired", Post, 409) { Body = Body, Before = [CodeFacts.Expiring], At = "2119-06-02T00:00:00Z", Message = "Code status is EXPIRED" },
        new("redeem.win", "POST /v1/campaigns/winners/redeem", 200)
        {
            Body = Body, Before = [CodeFacts.Won], Data = """{"pointsEarned":0,"totalPoints":"<integer>","code":"$code","message":"Code redeemed successfully"}""",
        },
        new("redeem.win-of-another", "POST /v1/campaigns/winners/redeem", 404)
        {
            Body = """{"userId":"$v","code":"$code"}""", Before = [CodeFacts.Won], Message = "Code not found",
        },
        new("redeem.unknown-code", Post, 404) { Body = """{"userId":"$u","code":"PART-22222222"}""", Message = "Code not found" },
        new("redeem.other-campaign", Post, 404) { Body = Body, Before = [CodeFacts.Generate("partone-paused")], Message = "Code not found" },
        new("redeem.no-code", Post, 400) { Body = """{"userId":"$u"}""", Message = "Invalid request body" },
        new("redeem.unknown-campaign", "POST /v1/campaigns/nowhere/redeem", 404)
        {
            Body = """{"userId":"$u","code":"PART-22222222"}""", Message = "Campaign not found or not active",
        },
        new("redeem.paused", "POST /v1/campaigns/partone-paused/redeem", 404)
        {
            Body = Body, Before = [CodeFacts.Generate("partone-paused")], Message = "Campaign not found or not active",
        },
    ];
}
