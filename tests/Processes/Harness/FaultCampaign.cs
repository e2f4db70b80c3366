namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>A campaign in which everything runs out now and then: units, plays, wins, limits and caps.</summary>
internal static class FaultCampaign
{
    public const string Slug = "faults";
    public const string Tier = "Gold";

    /// <summary>Events that play; every play wins while a unit is free, so that "sold out" can be told from bad luck.</summary>
    public const string Playing = "purchase";
    public const string Quiet = "visit";

    public const string Definition = """
        {
          "name": "Faults", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z", "codes": true,
          "points": {
            "rules": [
              { "id": "purchase", "eventType": "purchase", "points": 100 },
              { "id": "visit", "eventType": "visit", "points": 1 },
              { "id": "welcome", "eventType": "purchase", "points": 7, "limits": [ { "times": 3, "per": "week" } ] },
              { "id": "now-and-then", "eventType": "visit", "points": 3, "cooldownSeconds": 1 } ],
            "maxPointsPerUser": [ { "points": 30000, "per": "day" } ] },
          "milestones": [
            { "id": "bronze", "name": "Bronze", "points": 500, "bonusPoints": 50 },
            { "id": "each", "name": "Each 5 visits", "eventType": "visit", "count": 5, "repeats": true, "bonusPoints": 11 } ],
          "streak": { "eventTypes": ["purchase"], "bonuses": [ { "days": 1, "points": 5 } ] },
          "instantWin": {
            "eventTypes": ["purchase"], "mode": "odds",
            "maxPlays": [ { "times": 400, "per": "campaign" } ], "maxWinsPerUser": 50, "whenPlaysExceeded": "reject",
            "tiers": [ { "name": "Gold", "quantity": 200, "odds": 1, "points": 500 } ] }
        }
        """;
}
