namespace CampaignEngine.Cluster.Tests;

/// <summary>Campaigns for tests, running now.</summary>
internal static class Definitions
{
    /// <summary>100 points a purchase, Bronze at 500 with 50, and an instant win on purchases.</summary>
    public static string InstantWin(string odds, int quantity, string more = "") => $$"""
        {
          "name": "Test", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] },
          "milestones": [ { "id": "bronze", "name": "Bronze", "points": 500, "bonusPoints": 50 } ],
          "instantWin": {
            "eventTypes": ["purchase"], "mode": "odds", {{more}}
            "tiers": [ { "name": "Gold", "quantity": {{quantity}}, "odds": {{odds}}, "points": 500 } ] }
        }
        """;
}
