using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>Keys, and what is read liberally.</summary>
internal static class CommonFacts
{
    private const string Post = "POST /v1/campaigns/partone/events";
    private const string Purchase = """{"userId":"$u","eventType":"purchase"}""";
    private const string Recorded = """{"pointsEarned":100,"totalPoints":100,"message":"Event recorded successfully"}""";

    public static readonly Fact[] All =
    [
        new("key.missing", Post, 401) { Body = Purchase, Key = "", Message = "Missing X-API-Secret header" },
        new("key.unknown", Post, 401) { Body = Purchase, Key = TestKeys.Unknown, Message = "Invalid API key" },
        new("key.malformed", Post, 401) { Body = Purchase, Key = "secret", Message = "Invalid API key" },
        new("key.revoked", Post, 403) { Body = Purchase, Key = TestKeys.Revoked, Message = "API key has been revoked" },
        new("key.inactive-app", Post, 403) { Body = Purchase, Key = TestKeys.InactiveApp, Message = "Application is not active" },
        new("key.other-app", Post, 404) { Body = Purchase, Key = TestKeys.OtherApp, Message = "Campaign not found or not active" },
        new("key.live", Post, 404) { Body = Purchase, Key = TestKeys.Live, Message = "Campaign not found or not active" },
        new("read.unknown-members", Post, 200) { Body = """{"userId":"$u","eventType":"purchase","surprise":{"a":[1]}}""", Data = Recorded },
        new("read.null-is-absent", Post, 200) { Body = """{"userId":"$u","eventType":"purchase","metadata":null,"displayName":null}""", Data = Recorded },
        new("read.duplicate-member", Post, 400) { Body = """{"userId":"$u","userId":"$u","eventType":"purchase"}""", Message = "Invalid request body" },
        new("read.trailing-text", Post, 400) { Body = Purchase + "x", Message = "Invalid request body" },
        new("read.null-body", Post, 400) { Body = "null", Message = "Invalid request body" },
        new("sent-again.same", Post, 200)
        {
            Body = Purchase, IdempotencyKey = "$u-1", Data = Recorded,
            Before = [new(Post, """{"userId":"$u","eventType":"purchase","eventId":"$u-1"}""")],
        },
        new("sent-again.another-request", Post, 422)
        {
            Body = """{"userId":"$u","eventType":"purchase","metadata":{"amount":2},"eventId":"$u-1"}""",
            Before = [new(Post, """{"userId":"$u","eventType":"purchase","eventId":"$u-1"}""")],
            Message = "Idempotency key was used with a different request",
        },
        new("path.unknown", "GET /v1/campaigns/partone/nothing", 404) { Message = "Not found" },
        new("path.wrong-method", "DELETE /v1/campaigns/partone/events", 405) { Message = "Method not allowed" },
    ];
}
