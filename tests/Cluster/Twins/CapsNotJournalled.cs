using CampaignEngine.Journal;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Counts what limits and caps have let through by itself, and begins at 0 when it starts.</summary>
internal sealed class CapsNotJournalled : Twin
{
    public override string Definition => """
        {
          "name": "Test", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
          "points": {
            "rules": [
              { "id": "purchase", "eventType": "purchase", "points": 100 },
              { "id": "welcome", "eventType": "purchase", "points": 7, "limits": [ { "times": 1, "per": "campaign" } ] } ],
            "maxPointsPerUser": [ { "points": 150, "per": "campaign" } ] },
          "instantWin": {
            "eventTypes": ["purchase"], "mode": "odds", "tiers": [ { "name": "Gold", "quantity": 1, "odds": 1e-18 } ] }
        }
        """;

    public override IJournal Break(IJournal journal) =>
        new ForgetfulJournal(journal, recorded => recorded with { Rules = null, LimitedPoints = 0 });

    public override async Task PlayAsync(Stage stage)
    {
        await stage.SendAsync("e-1");
        await stage.RestartAsync();
        await stage.SendAsync("e-2");
    }
}
