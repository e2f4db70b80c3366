using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Events;

[Collection(SharedGateway.Name)]
public sealed class BatchTests(GatewayFixture gateway)
{
    [Fact]
    public async Task Each_event_is_answered_as_it_would_be_alone_and_in_order()
    {
        using var alone = await gateway.PostEventAsync("promo", Item("batch alone", "e-1"));
        using var batch = await PostAsync("promo", Item("batch ann", "e-1"), Item("batch bob", "e-1"), Item("batch ann", "e-2"));

        var results = await ResultsAsync(batch);

        Assert.All(results, result => Assert.Equal(["code", "replayed", "data"], result.EnumerateObject().Select(member => member.Name)));
        Assert.All(results, result => Assert.Equal((200, false), (Code(result), result.GetProperty("replayed").GetBoolean())));
        Assert.Equal((await Expect.DataAsync(alone)).GetRawText(), results[0].GetProperty("data").GetRawText());
        Assert.Equal([100L, 100, 200], results.Select(result => result.GetProperty("data").GetProperty("totalPoints").GetInt64()));
        Assert.Equal(["e-1", "e-1", "e-2"], results.Select(result => result.GetProperty("data").Text("eventId")));
    }

    [Fact]
    public async Task One_users_events_are_recorded_in_their_order_among_those_of_many()
    {
        var items = Enumerable.Range(0, 1_000).Select(i => Item($"batch order {i % 100}", $"e-{i}")).ToArray();

        using var batch = await PostAsync("points", items);

        var results = await ResultsAsync(batch);
        Assert.Equal(
            Enumerable.Range(0, 1_000).Select(i => 100L * (i / 100 + 1)),
            results.Select(result => result.GetProperty("data").GetProperty("totalPoints").GetInt64()));
    }

    [Theory]
    [InlineData("""{"userId":"batch bad","eventType":"purchase"}""", 400, "invalid_request_body", "/eventId")]
    [InlineData("""{"userId":"batch bad","eventType":"purchase","eventId":null}""", 400, "invalid_request_body", "/eventId")]
    [InlineData("""{"userId":"batch bad","eventType":"purchase","eventId":""}""", 400, "invalid_request_body", "/eventId")]
    [InlineData("""{"userId":"batch bad","eventType":"purchase","eventId":7}""", 400, "invalid_request_body", "/eventId")]
    [InlineData("""{"eventType":"purchase","eventId":"e"}""", 400, "invalid_request_body", "/userId")]
    [InlineData("""{"userId":"batch bad","eventType":"purchase","eventId":"e","eventId":"e"}""", 400, "invalid_request_body", "/eventId")]
    [InlineData("""{"userId":"batch bad","eventType":"purchase","eventId":"e","metadata":{"a":1,"a":2}}""", 400, "invalid_request_body", "/metadata/a")]
    [InlineData("""{"userId":"batch bad","eventType":"purchase","eventId":"e","metadata":[]}""", 400, "invalid_request_body", "/metadata")]
    [InlineData("""{"userId":"\ud800","eventType":"purchase","eventId":"e"}""", 400, "invalid_request_body", "")]
    [InlineData("""{"userId":"batch bad","eventType":"purchase","eventId":"e","metadata":{"a":[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]}}""", 400, "invalid_request_body", "")]
    [InlineData("""{"userId":"batch bad","eventType":"purchase","eventId":"e","occurredAt":"2119-01-01T00:00:00Z"}""", 400, "occurred_in_future", "/occurredAt")]
    [InlineData("null", 400, "invalid_request_body", "")]
    [InlineData("7", 400, "invalid_request_body", "")]
    [InlineData("[]", 400, "invalid_request_body", "")]
    [InlineData("\"text\"", 400, "invalid_request_body", "")]
    public async Task A_bad_item_fails_alone(string bad, int code, string error, string pointer)
    {
        var before = await gateway.CountEntriesAsync();
        var id = Guid.NewGuid().ToString();

        using var batch = await PostAsync("points", Item("batch good", $"{id}-1"), bad, Item("batch good", $"{id}-2"));

        var results = await ResultsAsync(batch);
        Assert.Equal([200, code, 200], results.Select(Code));
        Assert.Equal(["code", "message", "error", "details"], results[1].EnumerateObject().Select(member => member.Name));
        Assert.Equal(error, results[1].Text("error"));
        Assert.Equal(pointer, Assert.Single(results[1].GetProperty("details").EnumerateArray()).Text("pointer"));
        Assert.Equal(before + 2, await gateway.CountEntriesAsync());
    }

    [Fact]
    public async Task A_play_too_many_and_an_item_that_is_too_large_fail_alone()
    {
        var large = Item("batch large", "e-1")[..^1] + $",\"x\":\"{new string('x', 256 * 1024)}\"}}";
        using var batch = await PostAsync("once", Item("batch once", "e-1"), Item("batch once", "e-2"), large, Item("batch once", "e-3", "signup"));

        var results = await ResultsAsync(batch);

        Assert.Equal([200, 409, 413, 200], results.Select(Code));
        Assert.Equal("""{"code":409,"message":"User has exceeded maximum plays","error":"plays_exceeded"}""", results[1].GetRawText());
        Assert.Equal("body_too_large", results[2].Text("error"));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_spoil_their_item_only()
    {
        var body = Encoding.Latin1.GetBytes(Body(Item("batch \u00e4", "e-1"), Item("batch latin", "e-1")));

        using var batch = await PostBytesAsync("points", body);

        Assert.Equal([400, 200], (await ResultsAsync(batch)).Select(Code));
    }

    [Fact]
    public async Task One_id_twice_is_a_replay_or_another_request()
    {
        using var batch = await PostAsync("points", Item("batch twice", "e-1"), Item("batch twice", "e-1"), Item("batch twice", "e-1", "signup"));

        var results = await ResultsAsync(batch);

        Assert.Equal([200, 200, 422], results.Select(Code));
        Assert.Equal([false, true], results[..2].Select(result => result.GetProperty("replayed").GetBoolean()));
        Assert.Equal(results[0].GetProperty("data").GetRawText(), results[1].GetProperty("data").GetRawText());
        Assert.Equal("idempotency_key_reused", results[2].Text("error"));
    }

    [Fact]
    public async Task Sent_again_it_is_answered_alike_whatever_its_idempotency_key_and_so_is_an_event_alone()
    {
        string[] items = [Item("batch again", "e-1"), Item("batch again", "e-2")];
        using var first = await PostAsync("promo", items);
        var before = await gateway.CountEntriesAsync();

        using var second = await gateway.PostAsync("/v1/campaigns/promo/events/batch", Body(items), ("Idempotency-Key", "any"));
        using var alone = await gateway.PostEventAsync("promo", items[1]);

        var (told, again) = (await ResultsAsync(first), await ResultsAsync(second));
        Assert.All(again, result => Assert.True(result.GetProperty("replayed").GetBoolean()));
        Assert.Equal(told.Select(result => result.GetProperty("data").GetRawText()), again.Select(result => result.GetProperty("data").GetRawText()));
        Assert.True(Expect.IsReplay(alone));
        Assert.Equal(told[1].GetProperty("data").GetRawText(), (await Expect.DataAsync(alone)).GetRawText());
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("{}", "/events")]
    [InlineData("""{"events":null}""", "/events")]
    [InlineData("""{"events":{}}""", "/events")]
    [InlineData("""{"events":[]}""", "/events")]
    [InlineData("""{"events":[ITEM],"more":1}""", "")]
    [InlineData("""{"more":1,"events":[ITEM]}""", "")]
    [InlineData("""{"events":[ITEM],"\ud800":1}""", "")]
    [InlineData("""{"events":[ITEM],"events":[ITEM]}""", "/events")]
    [InlineData("""{"events":[ITEM]}x""", "")]
    [InlineData("""{"events":[ITEM,]}""", "")]
    [InlineData("""{"events":[ITEM,{]}""", "")]
    [InlineData("""{"events":[ITEM""", "")]
    public async Task A_bad_envelope_is_refused_as_a_whole(string body, string pointer)
    {
        var before = await gateway.CountEntriesAsync();

        using var refused = await PostBytesAsync("points", Encoding.UTF8.GetBytes(body.Replace("ITEM", Item("batch envelope", "e-1"))));

        Assert.Equal([pointer], await Expect.ErrorAsync(refused, 400, "invalid_request_body", "Invalid request body"));
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Fact]
    public async Task More_than_a_thousand_are_refused_as_a_whole()
    {
        var before = await gateway.CountEntriesAsync();

        using var refused = await PostAsync("points", [.. Enumerable.Range(0, 1_001).Select(i => Item("batch many", $"e-{i}"))]);

        Assert.Equal(["/events"], await Expect.ErrorAsync(refused, 400, "invalid_request_body", "Invalid request body"));
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Theory]
    [InlineData(4 * 1024 * 1024, 200)]
    [InlineData(4 * 1024 * 1024 + 1, 413)]
    public async Task A_body_over_4_MiB_is_refused(int bytes, int status)
    {
        var body = Body(Item("batch size", $"e-{bytes}"));

        using var answer = await PostBytesAsync("points", Encoding.UTF8.GetBytes(body + new string(' ', bytes - body.Length)));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("draft", TestKeys.Test, 404, "campaign_not_active")]
    [InlineData("points", TestKeys.OtherApp, 404, "campaign_not_active")]
    [InlineData("points", TestKeys.ManageOnly, 403, "insufficient_scope")]
    [InlineData("points", TestKeys.Unknown, 401, "invalid_api_key")]
    public async Task Who_may_not_is_refused_as_a_whole(string slug, string key, int code, string error)
    {
        using var refused = await gateway.PostAsync($"/v1/campaigns/{slug}/events/batch", Body(Item("batch who", "e-1")), ("X-API-Secret", key));

        Assert.Equal(code, (int)refused.StatusCode);
        using var body = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Equal(error, body.RootElement.Text("error"));
    }

    [Fact]
    public async Task A_paused_campaign_refuses_each_event_that_it_does_not_know()
    {
        using var batch = await PostAsync("paused", Item("batch paused", "e-1"));

        Assert.Equal((404, "campaign_not_active"), (Code((await ResultsAsync(batch))[0]), (await ResultsAsync(batch))[0].Text("error")));
    }

    [Fact]
    public async Task The_test_clock_is_that_of_all_events()
    {
        const string Later = "2030-01-02T00:00:00Z", Earlier = "2030-01-01T00:00:00Z";
        using var first = await WithClockAsync(Later, Item("batch clock", "e-1"), Item("batch clock", "e-2"));
        using var second = await WithClockAsync(Earlier, Item("batch clock", "e-3"), Item("batch clock 2", "e-3"), Item("batch clock", "e-1"));
        using var live = await gateway.PostAsync(
            "/v1/campaigns/live-only/events/batch", Body(Item("batch clock", "e-1")), ("X-API-Secret", TestKeys.Live), ("X-Test-Clock", Later));

        Assert.Equal([200, 200], (await ResultsAsync(first)).Select(Code));
        Assert.Equal([400, 200, 200], (await ResultsAsync(second)).Select(Code));
        Assert.Equal("test_clock_backwards", (await ResultsAsync(second))[0].Text("error"));
        await Expect.ErrorAsync(live, 400, "test_clock_not_allowed", "The header X-Test-Clock is for test keys only");
    }

    private static string Item(string userId, string eventId, string eventType = "purchase") =>
        $$"""{"userId":"{{userId}}","eventType":"{{eventType}}","eventId":"{{eventId}}","unknown":[1]}""";

    private static string Body(params string[] items) => $$"""{"events":[{{string.Join(',', items)}}]}""";

    private static int Code(JsonElement result) => result.GetProperty("code").GetInt32();

    private static async Task<JsonElement[]> ResultsAsync(HttpResponseMessage answer) =>
        [.. (await Expect.DataAsync(answer)).GetProperty("results").EnumerateArray()];

    private Task<HttpResponseMessage> PostAsync(string slug, params string[] items) =>
        gateway.PostAsync($"/v1/campaigns/{slug}/events/batch", Body(items));

    private Task<HttpResponseMessage> WithClockAsync(string clock, params string[] items) =>
        gateway.PostAsync("/v1/campaigns/points/events/batch", Body(items), ("X-Test-Clock", clock));

    private Task<HttpResponseMessage> PostBytesAsync(string slug, byte[] body)
    {
        var request = gateway.Request(HttpMethod.Post, $"/v1/campaigns/{slug}/events/batch");
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return gateway.Client.SendAsync(request);
    }
}
