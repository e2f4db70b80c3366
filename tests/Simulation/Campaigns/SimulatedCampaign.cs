using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Simulation.Tests.Campaigns;

/// <summary>A campaign whose numbers the seed draws: small ones, so that every limit is reached.</summary>
internal sealed class SimulatedCampaign
{
    public const string Slug = "summer-promo";
    public const string Tier = "Gold";

    public SimulatedCampaign(Random random)
    {
        Definition = CampaignDefinitionReader.Read(Encoding.UTF8.GetBytes(Json(random))) is { Definition: { } read }
            ? read
            : throw new InvalidOperationException("The simulation's campaign has errors.");
        var id = new CampaignId(
            Guid.Parse("11111111-1111-1111-1111-111111111111"),
            random.Next(2) == 0 ? CampaignEnvironment.Test : CampaignEnvironment.Live,
            Guid.Parse("22222222-2222-2222-2222-222222222222"));
        var (key, seed) = (new byte[32], new byte[32]);
        random.NextBytes(key);
        random.NextBytes(seed);
        Active = Handle(CampaignStatus.Active);
        Paused = Handle(CampaignStatus.Paused);

        CampaignHandle Handle(CampaignStatus status) => new(Campaign.Compile(id, Slug, 1, Definition), status, key, seed);
    }

    public CampaignDefinition Definition { get; }

    public CampaignHandle Active { get; }

    public CampaignHandle Paused { get; }

    public CampaignId Id => Active.Id;

    private static string Json(Random random)
    {
        var isDeck = random.Next(3) == 0;
        var quantity = random.Next(1, 7);
        var deck = isDeck ? $$"""
            "mode": "deck", "deckSize": {{quantity + random.Next(12)}},
            """ : """
            "mode": "odds",
            """;
        var odds = isDeck ? "" : $$""", "odds": 0.{{random.Next(2, 10)}} """;
        return $$"""
            {
              "name": "Simulated", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
              "points": {
                "rules": [
                  { "id": "purchase", "eventType": "purchase", "points": 100 },
                  { "id": "welcome", "eventType": "purchase", "points": 7, "limits": [ { "times": {{random.Next(1, 4)}}, "per": "week" } ] },
                  { "id": "now-and-then", "eventType": "purchase", "points": 3, "cooldownSeconds": {{random.Next(1, 20)}} } ],
                "maxPointsPerUser": [ { "points": {{random.Next(300, 1_500)}}, "per": "day" } ] },
              "milestones": [
                { "id": "bronze", "name": "Bronze", "points": 500, "bonusPoints": 50 },
                { "id": "each", "name": "Each 3 purchases", "eventType": "purchase", "count": 3, "repeats": true, "bonusPoints": 11 } ],
              "streak": { "eventTypes": ["purchase"], "bonuses": [ { "days": 1, "points": 5 } ] },
              "instantWin": {
                "eventTypes": ["purchase"], {{deck}}
                "maxPlays": [ { "times": {{random.Next(2, 20)}}, "per": "day" } ], "maxWinsPerUser": {{random.Next(1, 4)}},
                "whenPlaysExceeded": "{{(random.Next(2) == 0 ? "reject" : "recordWithoutPlay")}}",
                "tiers": [ { "name": "{{Tier}}", "quantity": {{quantity}}, "points": 500 {{odds}} } ] }
            }
            """;
    }
}
