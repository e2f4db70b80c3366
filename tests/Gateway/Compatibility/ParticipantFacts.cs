namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>GET /v1/campaigns/{slug}/participants/{userId}.</summary>
internal static class ParticipantFacts
{
    private static readonly Step s_purchase = new("POST /v1/campaigns/partone/events", """{"userId":"$u","eventType":"purchase"}""");

    public static readonly Fact[] All =
    [
        new("participant.found", "GET /v1/campaigns/partone/participants/$u", 200)
        {
            Before = [s_purchase, s_purchase],
            Data = """{"userId":"$u","displayName":"","totalPoints":200,"eventsCount":2}""",
        },
        new("participant.named", "GET /v1/campaigns/partone/participants/$u", 200)
        {
            Before = [new("POST /v1/campaigns/partone/events", """{"userId":"$u","eventType":"purchase","displayName":"Ann"}""")],
            Data = """{"userId":"$u","displayName":"Ann","totalPoints":100,"eventsCount":1}""",
        },
        new("participant.any-id", "GET /v1/campaigns/partone/participants/$u%2F%C3%A9", 200)
        {
            Before = [new("POST /v1/campaigns/partone/events", """{"userId":"$u/é","eventType":"purchase"}""")],
            Data = """{"userId":"$u/é","displayName":"","totalPoints":100}""",
        },
        new("participant.paused", "GET /v1/campaigns/partone-paused/participants/early", 200)
        {
            Data = """{"userId":"early","displayName":"","totalPoints":100,"eventsCount":1}""",
        },
        new("participant.unknown", "GET /v1/campaigns/partone/participants/$u", 404) { Message = "Campaign or participant not found" },
        new("participant.unknown-campaign", "GET /v1/campaigns/nowhere/participants/$u", 404) { Message = "Campaign or participant not found" },
        new("participant.draft", "GET /v1/campaigns/partone-draft/participants/$u", 404) { Message = "Campaign or participant not found" },
    ];
}
