using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>/v1/campaigns/codes: generate, verify, batches, stats.</summary>
internal static class CodeFacts
{
    /// <summary>Two codes of 25 points; the first is <c>$code</c>.</summary>
    public static readonly Step Generated = Generate("partone");

    /// <summary>The second of them, <c>$code</c>, is revoked.</summary>
    public static readonly Step[] Revoked =
        [Generated, new("POST /v1/campaigns/codes/revoke", """{"code":"$code","reason":"lost"}""")];

    /// <summary>A code, <c>$code</c>, that can be redeemed until June 2119.</summary>
    public static readonly Step Expiring = new(
        "POST /v1/campaigns/codes/generate", """{"slug":"partone","batchSize":1,"pointsValue":25,"expiresAt":"2119-06-01T00:00:00Z"}""", Take: "codes.0", As: "code");

    /// <summary>A win code, <c>$code</c>, of <c>$u</c>'s.</summary>
    public static readonly Step Won = new(
        "POST /v1/campaigns/winners/events", """{"userId":"$u","eventType":"purchase"}""", Take: "instantWin.winCode", As: "code");

    private const string Make = "POST /v1/campaigns/codes/generate";
    private const string Verify = "POST /v1/campaigns/codes/verify";
    private const string Code = """{"code":"$code"}""";

    private const string Batch = """
        {"id":"<uuid>","campaignId":"<uuid>","batchSize":2,"pointsValue":25,"label":null,"expiresAt":null,"createdAt":"<time>"}
        """;

    private const string Unknown = """
        {"valid":false,"status":"","pointsValue":0,"campaignName":"","campaignSlug":"","expired":false,"message":"Code not found"}
        """;

    public static readonly Fact[] All =
    [
        new("generate.made", Make, 200)
        {
            Body = """{"slug":"partone","batchSize":2,"pointsValue":25,"label":"flyer","expiresAt":"2119-12-31T23:59:59Z"}""",
            Data = """
                {"batch":{"id":"<uuid>","campaignId":"<uuid>","batchSize":2,"pointsValue":25,"label":"flyer","expiresAt":"2119-12-31T23:59:59Z","createdAt":"<time>"},
                 "codes":["/^PART-[2-9A-HJKMNP-Z]{8}$/","/^PART-[2-9A-HJKMNP-Z]{8}$/"],"count":2,"gameUrl":"/^https?:.*/campaign/[^/]+/partone$/"}
                """,
        },
        new("generate.bare", Make, 200)
        {
            Body = """{"slug":"partone","batchSize":2,"pointsValue":25}""",
            Data = $$"""{"batch":{{Batch}},"codes":["<text>","<text>"],"count":2,"gameUrl":"<text>"}""",
        },
        new("generate.draft", Make, 200) { Body = """{"slug":"partone-draft","batchSize":1,"pointsValue":25}""", Data = """{"batch":{"id":"<uuid>"},"codes":["<text>"],"count":1}""" },
        new("generate.paused", Make, 200) { Body = """{"slug":"partone-paused","batchSize":1,"pointsValue":25}""", Data = """{"batch":{"id":"<uuid>"},"codes":["<text>"],"count":1}""" },
        new("generate.size-zero", Make, 400) { Body = """{"slug":"partone","batchSize":0,"pointsValue":25}""", Message = "Invalid request body" },
        new("generate.size-too-large", Make, 400) { Body = """{"slug":"partone","batchSize":10001,"pointsValue":25}""", Message = "Invalid request body" },
        new("generate.no-points", Make, 400) { Body = """{"slug":"partone","batchSize":1}""", Message = "Invalid request body" },
        new("generate.points-zero", Make, 400) { Body = """{"slug":"partone","batchSize":1,"pointsValue":0}""", Message = "Invalid request body" },
        new("generate.label-too-long", Make, 400)
        {
            Body = $$"""{"slug":"partone","batchSize":1,"pointsValue":25,"label":"{{new string('x', 101)}}"}""", Message = "Invalid request body",
        },
        new("generate.expired", Make, 400) { Body = """{"slug":"partone","batchSize":1,"pointsValue":25,"expiresAt":"2020-01-01T00:00:00Z"}""", Message = "Invalid request body" },
        new("generate.ended", Make, 409) { Body = """{"slug":"partone-ended","batchSize":1,"pointsValue":25}""", Message = "Campaign has ended" },
        new("generate.not-enabled", Make, 409) { Body = """{"slug":"points","batchSize":1,"pointsValue":25}""", Message = "The campaign's definition does not enable codes" },
        new("generate.unknown-campaign", Make, 404) { Body = """{"slug":"nowhere","batchSize":1,"pointsValue":25}""", Message = "Campaign not found" },

        new("verify.valid", Verify, 200)
        {
            Body = Code, Before = [Generated],
            Data = """{"valid":true,"status":"ACTIVE","pointsValue":25,"campaignName":"Part One","campaignSlug":"partone","expired":false,"message":"Code is valid and redeemable"}""",
        },
        new("verify.sloppy", Verify, 200)
        {
            Body = """{"code":" $code "}""", Before = [Generated],
            Data = """{"valid":true,"status":"ACTIVE"}""",
        },
        new("verify.win", Verify, 200) { Body = Code, Before = [Won], Data = """{"valid":true,"status":"ACTIVE","pointsValue":0,"campaignName":"<text>","campaignSlug":"winners","expired":false,"message":"Code is valid and redeemable"}""" },
        new("verify.unknown", Verify, 200) { Body = """{"code":"PART-22222222"}""", Data = Unknown },
        new("verify.too-long", Verify, 200) { Body = $$"""{"code":"{{new string('A', 65)}}"}""", Data = Unknown },
        new("verify.other-app", Verify, 200) { Body = Code, Key = TestKeys.OtherApp, Before = [Generated], Data = Unknown },
        new("verify.redeemed", Verify, 200)
        {
            Body = Code, Before = [Generated, new("POST /v1/campaigns/partone/redeem", """{"userId":"$u","code":"$code"}""")],
            Data = """{"valid":false,"status":"REDEEMED","pointsValue":25,"campaignName":"Part One","campaignSlug":"partone","expired":false,"message":"Code status is REDEEMED"}""",
        },
        new("verify.revoked", Verify, 200)
        {
            Body = Code, Before = Revoked,
            Data = """{"valid":false,"status":"REVOKED","pointsValue":25,"campaignName":"Part One","campaignSlug":"partone","expired":false,"message":"Code status is REVOKED"}""",
        },
        new("verify.expired", Verify, 200)
        {
            Body = Code, Before = [Expiring], At = "2119-06-02T00:00:00Z",
            Data = """{"valid":false,"status":"EXPIRED","pointsValue":25,"campaignName":"Part One","campaignSlug":"partone","expired":false,"message":"Code status is EXPIRED"}""",
        },
        new("verify.ended", Verify, 200)
        {
            Body = Code, Before = [Generated], At = "2121-01-01T00:00:00Z",
            Data = """{"valid":false,"status":"ACTIVE","pointsValue":25,"campaignName":"Part One","campaignSlug":"partone","expired":true,"message":"Campaign has ended"}""",
        },
        new("verify.not-active", Verify, 200)
        {
            Body = Code, Before = [Generate("partone-paused")],
            Data = """{"valid":false,"status":"ACTIVE","pointsValue":25,"campaignName":"Part One","campaignSlug":"partone-paused","expired":false,"message":"Campaign is not active"}""",
        },
        new("verify.no-code", Verify, 400) { Body = "{}", Message = "Invalid request body" },

        new("batches.list", "GET /v1/campaigns/codes/batches?slug=partone-batches", 200)
        {
            Data = """
                {"batches":[
                   {"id":"<uuid>","campaignId":"<uuid>","batchSize":2,"pointsValue":25,"label":null,"expiresAt":null,"createdAt":"<time>"},
                   {"id":"<uuid>","campaignId":"<uuid>","batchSize":3,"pointsValue":10,"label":"first","expiresAt":null,"createdAt":"<time>"}],
                 "total":2,"page":1,"limit":20}
                """,
        },
        new("batches.page", "GET /v1/campaigns/codes/batches?slug=partone-batches&page=2&limit=1", 200)
        {
            Data = """{"batches":[{"id":"<uuid>","campaignId":"<uuid>","batchSize":3}],"total":2,"page":2,"limit":1}""",
        },
        new("batches.limit-zero", "GET /v1/campaigns/codes/batches?slug=partone-batches&limit=0", 400) { Message = "Invalid request" },
        new("batches.page-text", "GET /v1/campaigns/codes/batches?slug=partone-batches&page=two", 400) { Message = "Invalid request" },
        new("batches.unknown-campaign", "GET /v1/campaigns/codes/batches?slug=nowhere", 404) { Message = "Campaign not found" },

        new("stats.counts", "GET /v1/campaigns/codes/stats?slug=partone-batches", 200)
        {
            Data = """{"totalCodes":5,"activeCodes":5,"redeemedCodes":0,"expiredCodes":0,"revokedCodes":0,"totalBatches":2}""",
        },
        new("stats.unknown-campaign", "GET /v1/campaigns/codes/stats?slug=nowhere", 404) { Message = "Campaign not found" },
    ];

    public static Step Generate(string slug) =>
        new(Make, $$"""{"slug":"{{slug}}","batchSize":2,"pointsValue":25}""", Take: "codes.0", As: "code");
}
