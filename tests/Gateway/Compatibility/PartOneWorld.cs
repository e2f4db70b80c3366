using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>The campaigns that the facts speak of, beside those of the test world; made once for each gateway.</summary>
internal static class PartOneWorld
{
    private static readonly SemaphoreSlim s_one = new(1);
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
            using (var early = await gateway.PostEventAsync("partone-paused", """{"userId":"early","eventType":"purchase"}"""))
                Assert.Equal(200, (int)early.StatusCode);
            await paused.Pause();
            await (await world.ActivateAsync("partone-ended", Definition())).End();
            await world.DefineAsync("partone-draft", Definition(), CampaignEnvironment.Test);
            await gateway.RefreshAsync();
        }
        finally
        {
            s_one.Release();
        }
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
