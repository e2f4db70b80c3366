namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>GET /v1/campaigns/{slug}/leaderboard. Three participants: the first has 200 points, the other two got 100 one after the other.</summary>
internal static class LeaderboardFacts
{
    private const string Get = "GET /v1/campaigns/partone-board/leaderboard";

    public static readonly Fact[] All =
    [
        new("leaderboard.entries", Get, 200)
        {
            Data = """
                {"entries":[
                   {"rank":1,"userId":"ann","displayName":"Ann","totalPoints":200,"eventsCount":2},
                   {"rank":2,"userId":"ben","displayName":"","totalPoints":100,"eventsCount":1},
                   {"rank":3,"userId":"abe","displayName":"","totalPoints":100,"eventsCount":1}],
                 "totalParticipants":3}
                """,
        },
        new("leaderboard.default-limit", "GET /v1/campaigns/partone-crowd/leaderboard", 200)
        {
            Data = $$"""{"entries":[{{Entries(20)}}],"totalParticipants":101}""",
        },
        new("leaderboard.limit", Get + "?limit=1", 200)
        {
            Data = """{"entries":[{"rank":1,"userId":"ann","displayName":"Ann","totalPoints":200,"eventsCount":2}],"totalParticipants":3}""",
        },
        new("leaderboard.above-maximum", "GET /v1/campaigns/partone-crowd/leaderboard?limit=101", 200)
        {
            Data = $$"""{"entries":[{{Entries(100)}}],"totalParticipants":101}""",
        },
        new("leaderboard.limit-zero", Get + "?limit=0", 400) { Message = "Invalid request" },
        new("leaderboard.limit-negative", Get + "?limit=-1", 400) { Message = "Invalid request" },
        new("leaderboard.limit-text", Get + "?limit=ten", 400) { Message = "Invalid request" },
        new("leaderboard.ties", Get + "?limit=2", 200)
        {
            Data = """{"entries":[{"rank":1,"userId":"ann"},{"rank":2,"userId":"ben"}],"totalParticipants":3}""",
        },
        new("leaderboard.empty", "GET /v1/campaigns/partone-ended/leaderboard", 200) { Data = """{"entries":[],"totalParticipants":0}""" },
        new("leaderboard.unknown-campaign", "GET /v1/campaigns/nowhere/leaderboard", 404) { Message = "Campaign not found" },
        new("leaderboard.draft", "GET /v1/campaigns/partone-draft/leaderboard", 404) { Message = "Campaign not found" },
    ];

    private static string Entries(int count) => string.Join(",", Enumerable.Range(1, count).Select(rank => $$"""{"rank":{{rank}}}"""));
}
