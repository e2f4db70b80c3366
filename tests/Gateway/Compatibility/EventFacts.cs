namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>POST /v1/campaigns/{slug}/events.</summary>
internal static class EventFacts
{
    private const string Post = "POST /v1/campaigns/partone/events";
    private const string Purchase = """{"userId":"$u","eventType":"purchase"}""";

    public static readonly Fact[] All =
    [
        new("events.recorded", Post, 200)
        {
            Body = """{"userId":"$u","eventType":"purchase","metadata":{"amount":99.5,"items":["a","b"]}}""",
            Data = """{"pointsEarned":100,"totalPoints":100,"message":"Event recorded successfully"}""",
        },
        new("events.total-adds-up", Post, 200)
        {
            Body = Purchase, Before = [new(Post, Purchase)],
            Data = """{"pointsEarned":100,"totalPoints":200,"message":"Event recorded successfully"}""",
        },
        new("events.no-rule", Post, 200)
        {
            Body = """{"userId":"$u","eventType":"looked"}""",
            Data = """{"pointsEarned":0,"totalPoints":0,"message":"Event recorded successfully"}""",
        },
        new("events.milestone-counts", Post, 200)
        {
            Body = Purchase, Before = [.. Enumerable.Repeat(new Step(Post, Purchase), 4)],
            Data = """{"pointsEarned":150,"totalPoints":550,"message":"Event recorded successfully"}""",
        },
        new("events.won", "POST /v1/campaigns/winners/events", 200)
        {
            Body = Purchase,
            Data = """
                {"pointsEarned":"<integer>","totalPoints":"<integer>",
                 "instantWin":{"won":true,"prizeTier":"Gold","pointsEarned":500,"winCode":"/^WINN-[2-9A-HJKMNP-Z]{8}$/","message":"Congratulations! You won the Gold prize!"},
                 "message":"Event recorded successfully"}
                """,
        },
        new("events.prize-beside-points", "POST /v1/campaigns/winners/events", 200)
        {
            Body = Purchase,
            Data = """{"pointsEarned":150,"totalPoints":650,"instantWin":{"won":true}}""",
        },
        new("events.not-won", "POST /v1/campaigns/promo/events", 200)
        {
            Body = Purchase,
            Data = """
                {"pointsEarned":100,"totalPoints":100,"instantWin":{"won":false,"pointsEarned":0,"message":"<text>"},"message":"Event recorded successfully"}
                """,
        },
        new("events.no-play", "POST /v1/campaigns/promo/events", 200)
        {
            Body = """{"userId":"$u","eventType":"looked"}""",
            Data = """
                {"pointsEarned":0,"totalPoints":0,"instantWin":{"won":false,"pointsEarned":0,"message":"<text>"},"message":"Event recorded successfully"}
                """,
        },
        new("events.no-user", Post, 400) { Body = """{"eventType":"purchase"}""", Message = "Invalid request body" },
        new("events.no-type", Post, 400) { Body = """{"userId":"$u"}""", Message = "Invalid request body" },
        new("events.null-user", Post, 400) { Body = """{"userId":null,"eventType":"purchase"}""", Message = "Invalid request body" },
        new("events.empty-user", Post, 400) { Body = """{"userId":"","eventType":"purchase"}""", Message = "Invalid request body" },
        new("events.number-as-user", Post, 400) { Body = """{"userId":7,"eventType":"purchase"}""", Message = "Invalid request body" },
        new("events.text-as-metadata", Post, 400) { Body = """{"userId":"$u","eventType":"purchase","metadata":"x"}""", Message = "Invalid request body" },
        new("events.no-json", Post, 400) { Body = "userId=7", Message = "Invalid request body" },
        new("events.unknown-campaign", "POST /v1/campaigns/nowhere/events", 404) { Body = Purchase, Message = "Campaign not found or not active" },
        new("events.draft", "POST /v1/campaigns/partone-draft/events", 404) { Body = Purchase, Message = "Campaign not found or not active" },
        new("events.paused", "POST /v1/campaigns/partone-paused/events", 404) { Body = Purchase, Message = "Campaign not found or not active" },
        new("events.ended", "POST /v1/campaigns/partone-ended/events", 404) { Body = Purchase, Message = "Campaign not found or not active" },
        new("events.not-started", "POST /v1/campaigns/not-yet/events", 404) { Body = Purchase, Message = "Campaign not found or not active" },
        new("events.plays-exceeded", "POST /v1/campaigns/once/events", 409)
        {
            Body = Purchase, Before = [new("POST /v1/campaigns/once/events", Purchase)],
            Message = "User has exceeded maximum plays",
        },
    ];
}
