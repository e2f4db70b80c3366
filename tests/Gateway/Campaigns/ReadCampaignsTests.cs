using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Campaigns;

[Collection(SharedGateway.Name)]
public sealed class ReadCampaignsTests(GatewayFixture gateway)
{
    private static readonly string s_definition = Encoding.UTF8.GetString(Definitions.PointsOnly(Definitions.Always));

    private readonly string _path = $"/v1/campaigns/read-{Guid.NewGuid():N}";

    [Fact]
    public async Task All_campaigns_are_listed_page_by_page_in_the_order_of_their_slugs()
    {
        List<string?> slugs = [];
        string? cursor = null;
        do
        {
            var page = await Expect.DataAsync(await gateway.GetAsync($"/v1/campaigns?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}"));
            var items = page.GetProperty("items").EnumerateArray().ToList();
            Assert.True(items.Count is >= 1 and <= 3);
            slugs.AddRange(items.Select(item => item.Text("slug")));
            cursor = page.Text("nextCursor");
        }
        while (cursor is not null);

        Assert.Equal(slugs.Order(StringComparer.Ordinal), slugs);
        Assert.Equal(slugs.Count, slugs.Distinct().Count());
        Assert.Superset(new HashSet<string?> { "points", "promo", "draft", "paused", "ended" }, slugs.ToHashSet());
        Assert.DoesNotContain("live-only", slugs);
    }

    [Fact]
    public async Task An_item_of_the_list_says_what_the_campaign_is()
    {
        // The first of all slugs.
        await gateway.World.ActivateAsync("0", Definitions.InstantWin(odds: "0.5"));
        await gateway.RefreshAsync();

        var page = await Expect.DataAsync(await gateway.GetAsync("/v1/campaigns?limit=1"));

        var item = page.GetProperty("items")[0];
        Assert.Equal(
            ["id", "slug", "name", "status", "version", "mode", "startsAt", "endsAt"], item.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("0", "active", "odds"), (item.Text("slug"), item.Text("status"), item.Text("mode")));
    }

    [Fact]
    public async Task An_app_without_campaigns_has_an_empty_list()
    {
        var page = await Expect.DataAsync(await gateway.GetAsync("/v1/campaigns", TestKeys.OtherApp));

        Assert.Empty(page.GetProperty("items").EnumerateArray());
        Assert.Null(page.Text("nextCursor"));
    }

    [Theory]
    [InlineData("/v1/campaigns?limit=0")]
    [InlineData("/v1/campaigns?limit=-1")]
    [InlineData("/v1/campaigns?limit=ten")]
    [InlineData("/v1/campaigns?limit=1&limit=2")]
    [InlineData("/v1/campaigns?cursor=")]
    [InlineData("/v1/campaigns?cursor=NotOurs")]
    [InlineData("/v1/campaigns?cursor=a&cursor=b")]
    [InlineData("/v1/campaigns/points/versions?cursor=x")]
    [InlineData("/v1/campaigns/points/versions?cursor=0")]
    [InlineData("/v1/campaigns/points/versions?version=0")]
    [InlineData("/v1/campaigns/points/versions?version=1.5")]
    [InlineData("/v1/campaigns/points/versions?version=1&version=2")]
    [InlineData("/v1/campaigns/points/versions?limit=")]
    [InlineData("/v1/campaigns/points/audit?cursor=-5")]
    [InlineData("/v1/campaigns/points/audit?limit=1e2")]
    public async Task A_query_that_is_ill_formed_is_refused(string path)
    {
        using var answer = await gateway.GetAsync(path);

        Assert.Equal([""], await Expect.ErrorAsync(answer, 400, "invalid_request", "Invalid request"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/versions")]
    [InlineData("/versions?version=1")]
    [InlineData("/audit")]
    [InlineData("/fairness")]
    public async Task What_is_not_there_is_not_found(string more)
    {
        foreach (var (slug, key) in new[] { ("unknown", TestKeys.Test), ("codes", TestKeys.Test), ("points", TestKeys.OtherApp), ("points", TestKeys.Live) })
        {
            using var answer = await gateway.GetAsync($"/v1/campaigns/{slug}{more}", key);

            await Expect.ErrorAsync(answer, 404, "campaign_not_found", "Campaign not found");
        }
    }

    [Fact]
    public async Task Every_version_is_kept_with_who_made_it()
    {
        using var created = await gateway.ManageAsync(HttpMethod.Put, _path, s_definition);
        for (var version = 1; version <= 3; version++)
        {
            using var replaced = await gateway.ManageAsync(
                HttpMethod.Put, _path, s_definition.Replace("\"Test\"", $"\"Test {version}\"", StringComparison.Ordinal), ("If-Match", $"\"{version}\""));
            Assert.Equal(200, (int)replaced.StatusCode);
        }

        var first = await Expect.DataAsync(await gateway.GetAsync($"{_path}/versions?limit=2"));
        var second = await Expect.DataAsync(await gateway.GetAsync($"{_path}/versions?limit=2&cursor={first.Text("nextCursor")}"));
        using var one = await gateway.GetAsync($"{_path}/versions?version=2");
        using var none = await gateway.GetAsync($"{_path}/versions?version=5");

        var items = new[] { first, second }.SelectMany(page => page.GetProperty("items").EnumerateArray()).ToList();
        Assert.Equal([4, 3, 2, 1], items.Select(item => item.GetProperty("version").GetInt32()));
        Assert.Null(second.Text("nextCursor"));
        Assert.All(items, item => Assert.Matches("^[0-9a-f]{32}$", item.Text("by")!));
        Assert.All(items, item => Assert.False(item.TryGetProperty("definition", out _)));
        Assert.Equal("Test 1", (await Expect.DataAsync(one)).GetProperty("definition").Text("name"));
        await Expect.ErrorAsync(none, 404, "campaign_not_found", "Campaign not found");
    }

    [Fact]
    public async Task A_definition_changed_between_two_events_decides_the_second_only()
    {
        using var created = await gateway.ManageAsync(HttpMethod.Put, _path, s_definition);
        using var activated = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/activate");
        await gateway.RefreshAsync();
        const string Event = """{"userId":"ann","eventType":"purchase"}""";
        using var before = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/events", Event);
        using var replaced = await gateway.ManageAsync(
            HttpMethod.Put, _path, s_definition.Replace("100", "7", StringComparison.Ordinal), ("If-Match", "\"1\""));
        using var after = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/events", Event);

        Assert.Equal((100, 100), Points(await Expect.DataAsync(before)));
        Assert.Equal((7, 107), Points(await Expect.DataAsync(after)));
    }

    private static (long, long) Points(System.Text.Json.JsonElement data) =>
        (data.GetProperty("pointsEarned").GetInt64(), data.GetProperty("totalPoints").GetInt64());
}
