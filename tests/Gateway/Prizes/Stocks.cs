using System.Net.Http.Headers;
using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Prizes;

/// <summary>Campaigns with stock, and requests about it.</summary>
internal static class Stocks
{
    public static byte[] Definition(string mode, string tiers, string more = "", bool codes = false) => Encoding.UTF8.GetBytes($$"""
        { "name": "Test", {{Definitions.Always}}, "codes": {{(codes ? "true" : "false")}},
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] },
          "instantWin": { "eventTypes": ["purchase"], "mode": "{{mode}}", {{more}} "tiers": [ {{tiers}} ] } }
        """);

    /// <summary>A running campaign; its name is no other test's.</summary>
    public static async Task<string> ActivateAsync(this GatewayFixture gateway, byte[] definition)
    {
        var slug = $"st{Guid.NewGuid():N}";
        await gateway.World.ActivateAsync(slug, definition);
        await gateway.RefreshAsync();
        return slug;
    }

    public static Task<HttpResponseMessage> AddStockAsync(
        this GatewayFixture gateway, string slug, string body, string? key = null, string type = "application/json", string query = "", string apiKey = TestKeys.Test)
    {
        var request = gateway.Request(
            HttpMethod.Post, $"/v1/campaigns/{slug}/stock{query}", ("X-API-Secret", apiKey), ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        return gateway.Client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> VoidWinAsync(this GatewayFixture gateway, string slug, string code, string body)
    {
        var request = gateway.Request(HttpMethod.Post, $"/v1/campaigns/{slug}/wins/{code}/void");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return gateway.Client.SendAsync(request);
    }

    public static async Task<string?> WinAsync(this GatewayFixture gateway, string slug, string user)
    {
        using var answer = await gateway.PostEventAsync(slug, $$"""{"userId":"{{user}}","eventType":"purchase"}""");
        var win = (await Expect.DataAsync(answer)).GetProperty("instantWin");
        return win.GetProperty("won").GetBoolean() ? win.GetProperty("winCode").GetString() : null;
    }
}
