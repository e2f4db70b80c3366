using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>The campaigns that the facts speak of, beside those of the test world; made once for each gateway.</summary>
internal static class PartOneWorld
{
    private static readonly SemaphoreSlim s_one = new(1);
    /// <summary>Of asking the board, which is at most a second behind.</summary>
    private const int MaxAttempts = 1_000;

    private static readonly HashSet<GatewayFixture> s_built = [];

    public static async Task BuildAsync(GatewayFixture gateway)
    {
        await s_one.WaitAsync();
        try
        {
            if (!s_built.Add(gateway))
                return;
            var world = gateway.World;
            await world.ActivateAsync("partone", Definition());
            var paused = await world.ActivateAsync("partone-paused", Definition());
            await gateway.RefreshAsync();
            await PostAsync(gateway, "/v1/campaigns/partone-paused/events", """{"userId":"early","eventType":"purchase"}""");
            await paused.Pause();
            await (await world.ActivateAsync("partone-ended", Definition())).End();
            await FillAsync(gateway, "partone-board", [("ann", "Ann"), ("ann", "Ann"), ("ben", ""), ("abe", "")], participants: 3);
            await FillAsync(gateway, "partone-crowd", Enumerable.Range(0, 101).Select(index => ($"user-{index}", "")), participants: 101);
            await world.ActivateAsync("partone-batches", Definition());
            await gateway.RefreshAsync();
            await PostAsync(gateway, "/v1/campaigns/codes/generate", """{"slug":"partone-batches","batchSize":3,"pointsValue":10,"label":"first"}""");
            await PostAsync(gateway, "/v1/campaigns/codes/generate", """{"slug":"partone-batches","batchSize":2,"pointsValue":25}""");
            await world.DefineAsync("partone-draft", Definition(), CampaignEnvironment.Test);
            await gateway.RefreshAsync();
        }
        finally
        {
            s_one.Release();
        }
    }

    /// <summary>A purchase each, one after another; then the board has heard of all.</summary>
    private static async Task FillAsync(GatewayFixture gateway, string slug, IEnumerable<(string UserId, string Name)> users, int participants)
    {
        await gateway.World.ActivateAsync(slug, Definition());
        await gateway.RefreshAsync();
        foreach (var (userId, name) in users)
            await PostAsync(gateway, $"/v1/campaigns/{slug}/events", $$"""{"userId":"{{userId}}","eventType":"purchase","displayName":"{{name}}"}""");

        for (var attempt = 0; await CountAsync(gateway, slug) != participants; attempt++)
        {
            Assert.True(attempt < MaxAttempts, $"The board of {slug} never heard of all participants.");
            await Task.Delay(10);
        }
    }

    private static async Task<long?> CountAsync(GatewayFixture gateway, string slug)
    {
        using var board = await gateway.GetAsync($"/v1/campaigns/{slug}/leaderboard");
        return board.IsSuccessStatusCode ? (await Expect.DataAsync(board)).GetProperty("totalParticipants").GetInt64() : null;
    }

    private static async Task PostAsync(GatewayFixture gateway, string path, string body)
    {
        using var answer = await gateway.PostAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>100 points a purchase, Bronze at 500 with 50, codes, and 200 and 100 points for the first referral of a user.</summary>
    private static byte[] Definition() => Encoding.UTF8.GetBytes($$"""
        { "name": "Part One", {{Definitions.Always}},
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] },
          "milestones": [ { "id": "bronze", "name": "Bronze", "points": 500, "bonusPoints": 50 } ],
          "codes": true,
          "referrals": { "referrerPoints": 200, "refereePoints": 100, "maxPerReferrer": 1 } }
        """);
}
