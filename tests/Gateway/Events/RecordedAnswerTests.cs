using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Events;

/// <summary>The contract's members, in its order, and ours beside them: nothing more.</summary>
[Collection(SharedGateway.Name)]
public sealed class RecordedAnswerTests(GatewayFixture gateway)
{
    [Fact]
    public async Task Points_alone()
    {
        using var answer = await gateway.PostEventAsync("points", """{"userId":"answer","eventType":"purchase","eventId":"e1"}""");

        Assert.Equal(
            """{"status":"success","data":{"pointsEarned":100,"totalPoints":100,"message":"Event recorded successfully","eventId":"e1"}}""",
            await Expect.RecordedAsync(answer));
        Assert.False(Expect.IsReplay(answer));
    }

    [Fact]
    public async Task A_play_that_loses()
    {
        using var answer = await gateway.PostEventAsync("promo", """{"userId":"answer","eventType":"purchase","eventId":"e1"}""");

        Assert.Equal(
            OneLine("""
                {"status":"success","data":{"pointsEarned":100,"totalPoints":100,
                "instantWin":{"won":false,"pointsEarned":0,"message":"Not this time. Try again!","played":true},
                "message":"Event recorded successfully","eventId":"e1",
                "milestones":{"reached":[],"next":{"id":"bronze","name":"Bronze","points":500,"remaining":400}},
                "playsRemaining":null}}
                """),
            await Expect.RecordedAsync(answer));
    }

    [Fact]
    public async Task A_play_that_wins()
    {
        using var answer = await gateway.PostEventAsync("winners", """{"userId":"answer","eventType":"purchase","eventId":"e1"}""");

        var text = await Expect.RecordedAsync(answer);
        using var body = JsonDocument.Parse(text);
        var code = body.RootElement.GetProperty("data").GetProperty("instantWin").GetProperty("winCode").GetString();
        Assert.Matches("^WINN-[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$", code);
        Assert.Equal(
            OneLine($$$"""
                {"status":"success","data":{"pointsEarned":150,"totalPoints":650,
                "instantWin":{"won":true,"prizeTier":"Gold","pointsEarned":500,"winCode":"{{{code}}}",
                "message":"Congratulations! You won the Gold prize!","played":true},
                "message":"Event recorded successfully","eventId":"e1",
                "milestones":{"reached":[{"id":"bronze","name":"Bronze","bonusPoints":50}],"next":null},
                "playsRemaining":null}}
                """),
            text);
    }

    [Fact]
    public async Task Without_a_key_the_server_makes_an_event_id()
    {
        const string Body = """{"userId":"no key","eventType":"purchase"}""";
        var first = await Expect.DataAsync(await gateway.PostEventAsync("points", Body));
        var second = await Expect.DataAsync(await gateway.PostEventAsync("points", Body));

        Assert.Equal(200, second.GetProperty("totalPoints").GetInt64());
        var ids = new[] { first, second }.Select(data => data.GetProperty("eventId").GetString()!).ToList();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(7, Guid.Parse(id).Version));
    }

    [Fact]
    public async Task The_yardstick_of_benchmarks_reads_the_same_and_answers_alike()
    {
        const string Body = """{"userId":"yardstick","eventType":"purchase"}""";
        using var recorded = await gateway.PostEventAsync("promo", Body);
        var request = gateway.Request(HttpMethod.Post, "/bench/noop");
        request.Content = new StringContent(Body);
        request.Content.Headers.ContentType = new("application/json");
        using var yardstick = await gateway.Client.SendAsync(request);
        var badRequest = gateway.Request(HttpMethod.Post, "/bench/noop");
        badRequest.Content = new ByteArrayContent("{}"u8.ToArray());
        using var bad = await gateway.Client.SendAsync(badRequest);

        var expected = Members(await Expect.DataAsync(recorded));
        Assert.Equal(expected, Members(await Expect.DataAsync(yardstick)));
        var length = yardstick.Content.Headers.ContentLength!.Value;
        Assert.InRange(length - recorded.Content.Headers.ContentLength!.Value, -8, 8);
        await Expect.ErrorAsync(bad, 400, "invalid_request_body", "Invalid request body");
    }

    private static string OneLine(string text) => text.ReplaceLineEndings("");

    private static IEnumerable<string> Members(JsonElement data) => data.EnumerateObject().Select(member => member.Name);
}
