using System.Text;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>Campaigns for tests.</summary>
internal static class Definitions
{
    public const string Always = """ "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z" """;
    public const string NotYet = """ "startsAt": "2119-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z" """;
    public const string Over = """ "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2021-01-01T00:00:00Z" """;

    private const string Purchase = """
        "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] }
        """;

    /// <summary>100 points a purchase and nothing else.</summary>
    public static byte[] PointsOnly(string run) => Utf8($$"""{ "name": "Test", {{run}}, {{Purchase}} }""");

    /// <summary>100 points a purchase, Bronze at 500 with 50, and a play with each purchase.</summary>
    public static byte[] InstantWin(string odds, string more = "") => Utf8($$"""
        { "name": "Test", {{Always}}, {{Purchase}},
          "milestones": [ { "id": "bronze", "name": "Bronze", "points": 500, "bonusPoints": 50 } ],
          "instantWin": { "eventTypes": ["purchase"], "mode": "odds", {{more}}
            "tiers": [ { "name": "Gold", "quantity": 1000, "odds": {{odds}}, "points": 500 } ] } }
        """);

    /// <summary>10 points a login, 5 a day in a row, 40 in all.</summary>
    public static byte[] Daily() => Utf8($$"""
        { "name": "Test", {{Always}},
          "points": { "rules": [ { "id": "login", "eventType": "login", "points": 10, "limits": [ { "times": 2, "per": "day" } ] } ],
                      "maxPointsPerUser": [ { "points": 40, "per": "campaign" } ] },
          "streak": { "eventTypes": ["login"], "bonuses": [ { "days": 1, "points": 5, "repeats": true } ] } }
        """);

    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);
}
