using System.Text;
using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Audits;

[Collection(SharedGateway.Name)]
public sealed class AuditTests(GatewayFixture gateway)
{
    private static readonly string s_definition = Encoding.UTF8.GetString(Definitions.PointsOnly(Definitions.Always));

    private readonly string _slug = $"audit-{Guid.NewGuid():N}";

    private string Path => $"/v1/campaigns/{_slug}";

    [Fact]
    public async Task Every_action_is_there_with_who_did_it_and_what_changed()
    {
        using var created = await gateway.ManageAsync(HttpMethod.Put, Path, s_definition);
        using var replaced = await gateway.ManageAsync(
            HttpMethod.Put, Path, s_definition.Replace("\"Test\"", "\"Other\"", StringComparison.Ordinal).Replace("100", "50", StringComparison.Ordinal),
            ("If-Match", "\"1\""));
        foreach (var command in new[] { "activate", "pause", "pause", "resume", "end" })
        {
            using var answer = await gateway.ManageAsync(HttpMethod.Post, $"{Path}/{command}");
            Assert.Equal(200, (int)answer.StatusCode);
        }

        var items = await ItemsAsync();

        Assert.Equal(
            [
                """6 campaign_ended {"version":2}""",
                """5 campaign_resumed {"version":2}""",
                """4 campaign_paused {"version":2}""",
                """3 campaign_activated {"version":2}""",
                """2 campaign_replaced {"fromVersion":1,"toVersion":2,"changed":["name","points"]}""",
                $$"""1 campaign_created {"slug":"{{_slug}}","version":1}""",
            ],
            items.Select(item => $"{item.GetProperty("number").GetInt64()} {item.Text("action")} {item.GetProperty("detail").GetRawText()}"));
        Assert.All(items, item => Assert.Matches("^[0-9a-f]{32}$", item.Text("actor")!));
        Assert.All(items, item => Assert.EndsWith("Z", item.Text("at")!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_refused_or_changed_nothing_is_not_there()
    {
        using var created = await gateway.ManageAsync(HttpMethod.Put, Path, s_definition);
        using var again = await gateway.ManageAsync(HttpMethod.Put, Path, s_definition);
        using var mismatched = await gateway.ManageAsync(HttpMethod.Put, Path, s_definition + " ", ("If-Match", "\"7\""));
        using var paused = await gateway.ManageAsync(HttpMethod.Post, $"{Path}/pause");

        Assert.Equal((200, 412, 409), ((int)again.StatusCode, (int)mismatched.StatusCode, (int)paused.StatusCode));
        Assert.Equal(["campaign_created"], (await ItemsAsync()).Select(item => item.Text("action")));
    }

    [Fact]
    public async Task Pages_go_back_in_time()
    {
        using var created = await gateway.ManageAsync(HttpMethod.Put, Path, s_definition);
        using var activated = await gateway.ManageAsync(HttpMethod.Post, $"{Path}/activate");
        using var ended = await gateway.ManageAsync(HttpMethod.Post, $"{Path}/end");

        var first = await Expect.DataAsync(await gateway.GetAsync($"{Path}/audit?limit=2"));
        var second = await Expect.DataAsync(await gateway.GetAsync($"{Path}/audit?limit=2&cursor={first.Text("nextCursor")}"));

        Assert.Equal(["campaign_ended", "campaign_activated"], first.GetProperty("items").EnumerateArray().Select(item => item.Text("action")));
        Assert.Equal(["campaign_created"], second.GetProperty("items").EnumerateArray().Select(item => item.Text("action")));
        Assert.Null(second.Text("nextCursor"));
    }

    private async Task<List<JsonElement>> ItemsAsync() =>
        [.. (await Expect.DataAsync(await gateway.GetAsync($"{Path}/audit"))).GetProperty("items").EnumerateArray()];
}
