using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Participants;

[Collection(SharedGateway.Name)]
public sealed class HistoryTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData("""{"amount":1.0}""")]
    [InlineData("""{ "amount" : 1e2,  "b":[ 1,2 ] }""")]
    [InlineData("""{"a":"\u00e9\/é😀","n":123456789012345678901234567890.5}""")]
    [InlineData("{}")]
    public async Task Metadata_comes_out_byte_for_byte_as_it_was_sent(string metadata)
    {
        var path = await JoinedAsync($"bytes-{Guid.NewGuid():N}", metadata);

        using var answer = await gateway.GetAsync($"{path}/events");

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"\"metadata\":{metadata}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_read_with_a_cursor_newest_first()
    {
        var path = await JoinedAsync("pages/1", "{}");
        await Expect.DataAsync(await gateway.PostAsync($"{path}/adjustments", """{"points":-30,"reason":"Refund"}"""));
        await Expect.DataAsync(await gateway.PostAsync($"{path}/exclude", """{"reason":"Fraud"}"""));

        List<JsonElement> items = [];
        var query = "?limit=1";
        for (var pages = 0; query is not null; pages++)
        {
            Assert.True(pages < 3, "There are three things to tell.");
            var page = await Expect.DataAsync(await gateway.GetAsync($"{path}/events{query}"));
            items.Add(Assert.Single(page.GetProperty("items").EnumerateArray()));
            query = page.Text("nextCursor") is { } cursor ? $"?limit=1&cursor={cursor}" : null;
        }

        Assert.Equal(["exclusion", "adjustment", "event"], items.Select(item => item.Text("type")));
        Assert.Equal([0, -30, 100], items.Select(item => item.GetProperty("points").GetInt64()));
        Assert.Equal("purchase", items[2].Text("eventType"));
        Assert.False(items[1].TryGetProperty("eventType", out _));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=x")]
    [InlineData("cursor=0")]
    [InlineData("cursor=abc")]
    [InlineData("cursor=1&cursor=2")]
    public async Task A_wrong_query_is_refused(string query)
    {
        var path = await JoinedAsync("queries", "{}");

        using var answer = await gateway.GetAsync($"{path}/events?{query}");

        await Expect.ErrorAsync(answer, 400, "invalid_request", "Invalid request");
    }

    [Theory]
    [InlineData("points", "nobody", TestKeys.Test)]
    [InlineData("draft", "nobody", TestKeys.Test)]
    [InlineData("no-such", "nobody", TestKeys.Test)]
    [InlineData("points", "known-history", TestKeys.OtherApp)]
    public async Task Who_is_not_there_is_not_found(string slug, string user, string key)
    {
        await JoinedAsync("known-history", "{}");

        using var answer = await gateway.GetAsync($"/v1/campaigns/{slug}/participants/{user}/events", key);

        await Expect.ErrorAsync(answer, 404, "participant_not_found", "Campaign or participant not found");
    }

    [Theory]
    [InlineData("%ff", 400)]
    [InlineData("a%0a", 400)]
    [InlineData("a/b", 404)]
    public async Task An_id_is_cut_from_the_path_as_it_was_sent(string raw, int status)
    {
        using var answer = await gateway.GetAsync($"/v1/campaigns/points/participants/{raw}/events");

        Assert.Equal(status, (int)answer.StatusCode);
    }

    private async Task<string> JoinedAsync(string user, string metadata)
    {
        await Expect.RecordedAsync(await gateway.PostEventAsync(
            "points", $$"""{"userId":"{{user}}","eventType":"purchase","eventId":"join","metadata":{{metadata}}}"""));
        return $"/v1/campaigns/points/participants/{Uri.EscapeDataString(user)}";
    }
}
