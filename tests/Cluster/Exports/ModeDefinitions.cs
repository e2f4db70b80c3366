namespace CampaignEngine.Cluster.Tests.Exports;

/// <summary>Campaigns of each mode that use all that there is to verify, running for nine days and for one more.</summary>
internal static class ModeDefinitions
{
    /// <summary>A purchase's points, before somebody changes the definition and after.</summary>
    public const int PointsBefore = 100, PointsAfter = 130;

    /// <param name="mode"><c>odds</c>, <c>deck</c> or <c>moments</c>.</param>
    public static string Of(string mode, DateTimeOffset now, int points = PointsBefore) => $$"""
        {
          "name": "Everything", "timeZone": "Europe/Berlin",
          "startsAt": "{{now.AddDays(-9):yyyy-MM-ddTHH:mm:ssZ}}", "endsAt": "{{now.AddDays(1):yyyy-MM-ddTHH:mm:ssZ}}",
          "points": {
            "rules": [
              { "id": "purchase", "eventType": "purchase", "points": {{points}}, "limits": [ { "times": 4, "per": "day" } ] },
              { "id": "first", "eventType": "purchase", "points": 10, "limits": [ { "times": 1, "per": "campaign" } ] },
              { "id": "slow", "eventType": "purchase", "points": 7, "cooldownSeconds": 3600 },
              { "id": "large", "eventType": "purchase", "points": 3, "when": [ { "field": "metadata.amount", "op": "gte", "value": 10 } ] },
              { "id": "visit", "eventType": "visit", "points": 1 } ],
            "maxPointsPerUser": [ { "points": 400, "per": "day" } ] },
          "milestones": [
            { "id": "bronze", "name": "Bronze", "points": 300, "bonusPoints": 50 },
            { "id": "regular", "name": "Every second purchase", "eventType": "purchase", "count": 2, "repeats": true, "bonusPoints": 20 },
            { "id": "hundreds", "name": "Every 200", "points": 200, "repeats": true, "bonusPoints": 5 } ],
          "streak": { "eventTypes": ["visit"], "bonuses": [ { "days": 1, "points": 15 } ] },
          "referrals": { "referrerPoints": 30, "refereePoints": 20, "maxPerReferrer": 1 },
          "instantWin": {
            "eventTypes": ["purchase"], "mode": "{{mode}}", {{(mode == "deck" ? "\"deckSize\": 30," : "")}}
            "maxPlays": [ { "times": 5, "per": "day" } ], "whenPlaysExceeded": "recordWithoutPlay", "maxWinsPerUser": 2,
            "tiers": [
              { "name": "Gold", "quantity": 6, {{Odds(mode, "0.4")}} "points": 500, "maxPerDay": 4 },
              { "name": "Silver", "quantity": 12, {{Odds(mode, "0.5")}} "points": 50 } ] }
        }
        """;

    private static string Odds(string mode, string odds) => mode == "odds" ? $"\"odds\": {odds}," : "";
}
