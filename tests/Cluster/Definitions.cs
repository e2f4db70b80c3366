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

    /// <summary>100 points a purchase, and a play with each; the prizes are worth 500.</summary>
    /// <param name="tiers">Members of the tiers without their points, such as <c>"name": "Gold", "quantity": 2</c>.</param>
    public static string Game(string mode, string more, params string[] tiers) => $$"""
        {
          "name": "Test", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] },
          "instantWin": { "eventTypes": ["purchase"], "mode": "{{mode}}", {{more}}
            "tiers": [ {{string.Join(", ", tiers.Select(tier => $$"""{ {{tier}}, "points": 500 }"""))}} ] }
        }
        """;

    /// <summary>A deck with so many units of Gold in it.</summary>
    public static string Deck(int size, int gold) =>
        Game("deck", $""" "deckSize": {size}, """, $""" "name": "Gold", "quantity": {gold} """);
}
