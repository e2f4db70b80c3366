using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Tests.Campaigns;

/// <summary>Definition documents: those that use every member, and that one with a single thing changed.</summary>
internal static class Documents
{
    public const string Demo = """
        {
          "name": "Summer Promo",
          "startsAt": "2026-06-01T00:00:00+02:00", "endsAt": "2026-09-01T00:00:00+02:00",
          "timeZone": "Europe/Berlin",
          "points": {
            "rules": [
              { "id": "purchase", "eventType": "purchase",
                "when": [ { "field": "metadata.amount", "op": "gte", "value": 10 } ],
                "points": 100,
                "perUnit": { "field": "metadata.amount", "points": 2, "rounding": "floor", "max": 500 },
                "limits": [ { "times": 5, "per": "day" }, { "times": 100, "per": "campaign" } ], "cooldownSeconds": 60 },
              { "id": "sign-up", "eventType": "sign_up", "points": 50 } ],
            "maxPointsPerUser": [ { "points": 1000, "per": "week" }, { "points": 10000, "per": "campaign" } ]
          },
          "milestones": [ { "id": "silver", "name": "Silver", "points": 1000, "bonusPoints": 100, "repeats": false },
                          { "id": "bronze", "name": "Bronze", "points": 500, "bonusPoints": 50 },
                          { "id": "regular", "name": "Every 10 purchases", "eventType": "purchase", "count": 10, "repeats": true, "bonusPoints": 20 } ],
          "streak": { "eventTypes": ["daily_login", "purchase"],
                      "bonuses": [ { "days": 3, "points": 10 }, { "days": 7, "points": 70, "repeats": true } ] },
          "instantWin": {
            "game": "scratchCard",
            "eventTypes": ["purchase"],
            "when": [ { "field": "metadata.channel", "op": "in", "value": ["web", "app"] } ],
            "mode": "odds",
            "maxPlays": [ { "times": 3, "per": "day" }, { "times": 50, "per": "campaign" } ],
            "whenPlaysExceeded": "recordWithoutPlay",
            "maxWinsPerUser": 1,
            "tiers": [ { "name": "Gold", "quantity": 10, "odds": 0.001, "points": 500, "message": "Gold is yours!", "maxPerDay": 2, "ownCodes": true },
                       { "name": "Silver", "quantity": 500, "odds": 0.02, "points": 50 } ],
            "deckSize": null,
            "losingMessage": "Better luck next time."
          },
          "referrals": { "referrerPoints": 200, "refereePoints": 100, "maxPerReferrer": 50 },
          "codes": true,
          "branding": { "title": "Summer Promo", "color": "#0a7", "logoUrl": "https://example.com/logo.svg",
                        "termsUrl": "https://example.com/terms?campaign=summer#prizes", "privacyUrl": "https://example.com/privacy" }
        }
        """;

    /// <summary>Its prizes are dealt from a deck of 10,000 cards.</summary>
    public static readonly string Deck = With(WithoutOdds(Demo, "deck"), "/instantWin/deckSize", "10000");

    /// <summary>Its prizes have secret moments.</summary>
    public static readonly string Moments = WithoutOdds(Demo, "moments");

    /// <summary>The members that have no default.</summary>
    public const string Minimal = """{ "name": "Small", "startsAt": "2026-06-01T00:00:00Z", "endsAt": "2026-07-01T00:00:00Z" }""";

    /// <param name="pointer">A member or an item to write; its parent is there.</param>
    /// <param name="json">Its value, character for character; null takes it out.</param>
    public static string With(string document, string pointer, string? json)
    {
        const string Place = "@here@";
        if (pointer.Length == 0)
            return json!;
        var root = JsonNode.Parse(document)!;
        var parent = root;
        var names = pointer[1..].Split('/');
        foreach (var name in names[..^1])
            parent = parent is JsonArray array ? array[int.Parse(name)]! : parent[name]!;
        if (parent is JsonArray items)
            items[int.Parse(names[^1])] = Place;
        else if (json is null)
            Assert.True(parent.AsObject().Remove(names[^1]), $"There is no {pointer}.");
        else
            parent[names[^1]] = Place;
        return root.ToJsonString().Replace($"\"{Place}\"", json, StringComparison.Ordinal);
    }

    public static DefinitionResult Read(string document)
    {
        var result = CampaignDefinitionReader.Read(Encoding.UTF8.GetBytes(document));
        // Exactly one of the two.
        Assert.Equal(result.Errors.Count > 0, result.Definition is null);
        return result;
    }

    public static CampaignDefinition ReadValid(string document)
    {
        var result = Read(document);
        Assert.Empty(result.Errors);
        return result.Definition!;
    }

    public static Campaign Compile(string document) => Campaign.Compile(
        new CampaignId(new Guid("11111111-1111-1111-1111-111111111111"), CampaignEnvironment.Test, new Guid("22222222-2222-2222-2222-222222222222")),
        "summer-promo",
        1,
        ReadValid(document));

    /// <summary>Asserts that exactly one thing is wrong, at that place, and that its message begins so.</summary>
    public static void AssertRefused(string document, string pointer, string message)
    {
        var error = Assert.Single(Read(document).Errors);
        Assert.Equal(pointer, error.Pointer);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static string WithoutOdds(string document, string mode) => With(
        With(With(document, "/instantWin/mode", $"\"{mode}\""), "/instantWin/tiers/0/odds", null), "/instantWin/tiers/1/odds", null);

    /// <param name="json">Null for an event without metadata.</param>
    public static JsonElement Metadata(string? json) =>
        json is null ? default : JsonDocument.Parse(json).RootElement;
}
