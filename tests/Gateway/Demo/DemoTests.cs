using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Demo;

public sealed class DemoTests
{
    [Theory]
    [InlineData("purchase", """{"amount":10}""", 100)]
    [InlineData("purchase", """{"amount":9.99}""", 0)]
    [InlineData("purchase", "{}", 0)]
    [InlineData("signup", "{}", 50)]
    [InlineData("daily_login", "{}", 10)]
    [InlineData("other", "{}", 0)]
    public async Task The_demo_campaign_gives_what_it_promises(string eventType, string metadata, int points)
    {
        await using var host = await GatewayHost.StartAsync(["--environment=Development"]);
        using var client = new DemoClient(host.Client.BaseAddress!);

        var data = await Expect.DataAsync(await client.SendAsync("summer-promo", "u", eventType, metadata));

        Assert.Equal(points, data.GetProperty("pointsEarned").GetInt64());
        Assert.Equal(eventType == "purchase", data.GetProperty("instantWin").GetProperty("played").GetBoolean());
        Assert.Equal("Bronze", data.GetProperty("milestones").GetProperty("next").GetProperty("name").GetString());
        Assert.Equal(eventType == "purchase" ? 999 : 1000, data.GetProperty("playsRemaining").GetInt64());
    }

    [Fact]
    public async Task A_directory_of_definitions_is_planted_beside_it()
    {
        using var directory = new TempDirectory();
        await File.WriteAllBytesAsync(directory["dated.json"], Definitions.PointsOnly(Definitions.Always));
        await File.WriteAllTextAsync(directory["undated.json"], """{"name":"x"}""");
        await File.WriteAllBytesAsync(directory["closed.json"], Definitions.PointsOnly(Definitions.NotYet));

        await using var host = await GatewayHost.StartAsync(["--environment=Development", $"--Demo:Campaigns={directory.Path}"]);
        using var client = new DemoClient(host.Client.BaseAddress!);

        await Expect.RecordedAsync(await client.SendAsync("dated", "u", "purchase", "{}"));
        await Expect.RecordedAsync(await client.SendAsync("undated", "u", "purchase", "{}"));
        using var closed = await client.SendAsync("closed", "u", "purchase", "{}");
        await Expect.ErrorAsync(closed, 404, "campaign_not_active", "Campaign not found or not active");
    }

    [Fact]
    public async Task Outside_Development_there_is_no_demo()
    {
        await using var host = await GatewayHost.StartAsync(["--environment=Production"]);
        using var client = new DemoClient(host.Client.BaseAddress!);

        using var answer = await client.PurchaseAsync("u");

        await Expect.ErrorAsync(answer, 401, "invalid_api_key", "Invalid API key");
    }
}
