using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Participants;

[Collection(SharedGateway.Name)]
public sealed class CorrectionsTests(GatewayFixture gateway)
{
    private const string NotFound = "Campaign or participant not found";

    [Fact]
    public async Task Points_are_adjusted_once_for_each_key()
    {
        var path = await JoinedAsync("points", "adjusted/1");

        var first = await gateway.PostAsync($"{path}/adjustments", """{"points":-30,"reason":"Refund"}""", ("Idempotency-Key", "k-1"));
        var again = await gateway.PostAsync($"{path}/adjustments", """{ "reason": "Refund", "points": -30 }""", ("Idempotency-Key", "\"k-1\""));
        var other = await gateway.PostAsync($"{path}/adjustments", """{"points":-31,"reason":"Refund"}""", ("Idempotency-Key", "k-1"));
        var without = await gateway.PostAsync($"{path}/adjustments", """{"points":1,"reason":"Because"}""");

        Assert.Equal("""{"pointsAdjusted":-30,"totalPoints":70}""", (await Expect.DataAsync(first)).GetRawText());
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((false, true), (Expect.IsReplay(first), Expect.IsReplay(again)));
        await Expect.ErrorAsync(other, 422, "idempotency_key_reused", "Idempotency key was used with a different request");
        Assert.Equal("""{"pointsAdjusted":1,"totalPoints":71}""", (await Expect.DataAsync(without)).GetRawText());
        Assert.Equal(71, (await Expect.DataAsync(await gateway.GetParticipantAsync("points", "adjusted/1"))).GetProperty("totalPoints").GetInt64());
    }

    [Fact]
    public async Task Excluding_and_including_may_be_repeated()
    {
        var path = await JoinedAsync("winners", "excluded");

        foreach (var (action, answer) in new[] { ("exclude", "true"), ("exclude", "true"), ("include", "false"), ("include", "false") })
        {
            var done = await Expect.DataAsync(await gateway.PostAsync($"{path}/{action}", """{"reason":"Fraud"}"""));
            Assert.Equal($$"""{"excluded":{{answer}}}""", done.GetRawText());
            var recorded = await Expect.DataAsync(await gateway.PostEventAsync("winners", """{"userId":"excluded","eventType":"purchase"}"""));
            Assert.Equal(answer == "false", recorded.GetProperty("instantWin").GetProperty("won").GetBoolean());
        }
    }

    [Theory]
    [InlineData("adjustments", """{"points":0,"reason":"x"}""", "/points")]
    [InlineData("adjustments", """{"points":1000000001,"reason":"x"}""", "/points")]
    [InlineData("adjustments", """{"points":-1000000001,"reason":"x"}""", "/points")]
    [InlineData("adjustments", """{"points":1.5,"reason":"x"}""", "/points")]
    [InlineData("adjustments", """{"points":"1","reason":"x"}""", "/points")]
    [InlineData("adjustments", """{"points":1e400,"reason":"x"}""", "/points")]
    [InlineData("adjustments", """{"points":null}""", "/points /reason")]
    [InlineData("adjustments", """{"points":1,"reason":""}""", "/reason")]
    [InlineData("adjustments", """{"points":1,"reason":"\u0000"}""", "/reason")]
    [InlineData("adjustments", """{"points":1,"reason":"x","a/b":1}""", "/a~1b")]
    [InlineData("adjustments", """{"points":1,"points":1,"reason":"x"}""", "/points")]
    [InlineData("adjustments", """[]""", "")]
    [InlineData("adjustments", """null""", "")]
    [InlineData("adjustments", "", "")]
    [InlineData("exclude", "{}", "/reason")]
    [InlineData("exclude", """{"reason":"x","points":1}""", "/points")]
    [InlineData("include", """{"reason":7}""", "/reason")]
    public async Task A_wrong_body_changes_nothing(string action, string body, string pointers)
    {
        var path = await JoinedAsync("points", "wrong");
        var before = await gateway.CountEntriesAsync();

        var answer = await gateway.PostAsync($"{path}/{action}", body);

        Assert.Equal(pointers, string.Join(' ', await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body")));
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Fact]
    public async Task A_reason_has_at_most_500_characters()
    {
        var path = await JoinedAsync("points", "reasons");

        await Expect.DataAsync(await gateway.PostAsync($"{path}/exclude", $$"""{"reason":"{{new string('x', 500)}}"}"""));
        await Expect.ErrorAsync(
            await gateway.PostAsync($"{path}/exclude", $$"""{"reason":"{{new string('x', 501)}}"}"""), 400, "invalid_request_body", "Invalid request body");
    }

    [Theory]
    [InlineData("points", "nobody", TestKeys.Test)]
    [InlineData("draft", "nobody", TestKeys.Test)]
    [InlineData("no-such", "nobody", TestKeys.Test)]
    [InlineData("points", "known", TestKeys.OtherApp)]
    public async Task Who_is_not_there_is_not_found(string slug, string user, string key)
    {
        await JoinedAsync("points", "known");
        foreach (var action in new[] { "adjustments", "exclude", "include" })
        {
            var body = action == "adjustments" ? """{"points":1,"reason":"x"}""" : """{"reason":"x"}""";
            using var answer = await gateway.PostAsync($"/v1/campaigns/{slug}/participants/{user}/{action}", body, ("X-API-Secret", key));
            await Expect.ErrorAsync(answer, 404, "participant_not_found", NotFound);
        }
    }

    [Theory]
    [InlineData("%ff", 400)]
    [InlineData("a%0a", 400)]
    [InlineData("a/b", 404)]
    public async Task An_id_is_cut_from_the_path_as_it_was_sent(string raw, int status)
    {
        using var answer = await gateway.PostAsync($"/v1/campaigns/points/participants/{raw}/exclude", """{"reason":"x"}""");

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_key_for_events_alone_may_not_correct()
    {
        foreach (var path in new[] { "participants/a/adjustments", "participants/a/exclude", "participants/a/include", "dry-run" })
        {
            using var answer = await gateway.PostAsync($"/v1/campaigns/points/{path}", "{}", ("X-API-Secret", TestKeys.EventsOnly));
            await Expect.ErrorAsync(answer, 403, "insufficient_scope", "API key does not have the scope that this request needs");
        }
    }

    /// <summary>The path of somebody who has an event.</summary>
    private async Task<string> JoinedAsync(string slug, string user)
    {
        await Expect.RecordedAsync(await gateway.PostEventAsync(slug, $$"""{"userId":"{{user}}","eventType":"purchase","eventId":"join"}"""));
        return $"/v1/campaigns/{slug}/participants/{Uri.EscapeDataString(user)}";
    }
}
