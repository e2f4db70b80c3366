using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Events;

[Collection(SharedGateway.Name)]
public sealed class SendingAgainTests(GatewayFixture gateway)
{
    private const string Key = "Idempotency-Key";

    /// <summary>Two requests that are the same one.</summary>
    public static TheoryData<string, string, string, string, string> SameRequests => new()
    {
        // Name, first header, first members, second header, second members.
        { "key in the header", "k1", "", "k1", "" },
        { "quoted is bare", "k1", "", "\"k1\"", "" },
        { "header is eventId", "k1", "", "", ""","eventId":"k1" """ },
        { "both and equal", "k1", "", "k1", ""","eventId":"k1" """ },
        { "a quote inside quotes", """a"b""", "", """
                                                  "a\"b"
                                                  """, "" },
        { "white space in metadata", "k1", ""","metadata":{"a":[1,2],"b":"x y"}""", "k1", ""","metadata": { "a" : [ 1 , 2 ] ,  "b":"x y" }""" },
        { "null metadata is none", "k1", "", "k1", ""","metadata":null""" },
        { "unknown members", "k1", "", "k1", ""","x":[1]""" },
        { "one moment in two time zones", "k1", ""","occurredAt":"2026-06-01T10:00:00Z" """, "k1", ""","occurredAt":"2026-06-01T12:00:00+02:00" """ },
    };

    /// <summary>Two requests that are not.</summary>
    public static TheoryData<string, string, string> OtherRequests => new()
    {
        { "event type", """ "eventType":"signup" """, "" },
        { "metadata", """ "eventType":"purchase" """, ""","metadata":{"a":1}""" },
        { "display name", """ "eventType":"purchase" """, ""","displayName":"x" """ },
        { "occurredAt", """ "eventType":"purchase" """, ""","occurredAt":"2026-06-01T10:00:00Z" """ },
    };

    [Theory]
    [MemberData(nameof(SameRequests))]
    public async Task The_same_request_again_gets_the_same_bytes(
        string name, string firstKey, string firstMembers, string secondKey, string secondMembers)
    {
        var user = "again " + name;
        using var first = await gateway.PostEventAsync("promo", Body(user, firstMembers), (Key, firstKey));
        var before = await gateway.CountEntriesAsync();

        using var second = await gateway.PostEventAsync("promo", Body(user, secondMembers), (Key, secondKey));

        Assert.Equal(await Expect.RecordedAsync(first), await Expect.RecordedAsync(second));
        Assert.False(Expect.IsReplay(first));
        Assert.True(Expect.IsReplay(second));
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Theory]
    [MemberData(nameof(OtherRequests))]
    public async Task Another_request_with_the_same_key_is_refused(string name, string eventType, string members)
    {
        var user = "other " + name;
        using var first = await gateway.PostEventAsync("points", Body(user), (Key, "k1"));
        await Expect.RecordedAsync(first);
        var before = await gateway.CountEntriesAsync();

        using var second = await gateway.PostEventAsync("points", $$"""{"userId":"{{user}}",{{eventType}}{{members}}}""", (Key, "k1"));

        await Expect.ErrorAsync(second, 422, "idempotency_key_reused", "Idempotency key was used with a different request");
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Fact]
    public async Task A_hundred_at_once_are_one()
    {
        var before = await gateway.CountEntriesAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => gateway.PostEventAsync("promo", Body("hundred"), (Key, "k1"))));

        var bodies = await Task.WhenAll(answers.Select(Expect.RecordedAsync));
        Assert.Single(bodies.Distinct());
        Assert.Single(answers, answer => !Expect.IsReplay(answer));
        Assert.Equal(before + 1, await gateway.CountEntriesAsync());
    }

    [Fact]
    public async Task One_key_of_two_users_is_two_keys()
    {
        using var first = await gateway.PostEventAsync("points", Body("key owner 1"), (Key, "shared"));
        using var second = await gateway.PostEventAsync("points", Body("key owner 2"), (Key, "shared"));

        Assert.False(Expect.IsReplay(first));
        Assert.False(Expect.IsReplay(second));
        await Expect.RecordedAsync(second);
    }

    [Theory]
    [InlineData("k1", "k2", "/eventId")]
    [InlineData("with space", null, "")]
    [InlineData("\"", null, "")]
    [InlineData("\"open", null, "")]
    [InlineData("\"a\"b\"", null, "")]
    [InlineData("\"\"", null, "")]
    public async Task A_bad_key_is_refused(string header, string? eventId, string pointer)
    {
        var before = await gateway.CountEntriesAsync();

        using var answer = await gateway.PostEventAsync(
            "points", Body("bad key", eventId is null ? "" : $",\"eventId\":\"{eventId}\""), (Key, header));

        Assert.Equal([pointer], await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body"));
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Fact]
    public async Task A_key_of_256_characters_and_two_keys_are_refused()
    {
        using var tooLong = await gateway.PostEventAsync("points", Body("bad key"), (Key, new string('k', 256)));
        using var two = await gateway.PostEventAsync("points", Body("bad key"), (Key, "k1"), (Key, "k1"));

        await Expect.ErrorAsync(tooLong, 400, "invalid_request_body", "Invalid request body");
        await Expect.ErrorAsync(two, 400, "invalid_request_body", "Invalid request body");
    }

    [Fact]
    public async Task A_replay_outlives_the_campaign_and_a_refusal_frees_its_key()
    {
        var campaign = await gateway.World.ActivateAsync("short", Definitions.PointsOnly(Definitions.Always));
        await gateway.RefreshAsync();
        using var first = await gateway.PostEventAsync("short", Body("replay"), (Key, "k1"));
        await campaign.Pause();
        await gateway.RefreshAsync();
        using var whilePaused = await gateway.PostEventAsync("short", Body("replay"), (Key, "k1"));
        using var refused = await gateway.PostEventAsync("short", Body("replay"), (Key, "k2"));
        await campaign.Unpause();
        await gateway.RefreshAsync();
        using var corrected = await gateway.PostEventAsync("short", Body("replay", ""","metadata":{}"""), (Key, "k2"));
        await campaign.End();
        await gateway.RefreshAsync();
        using var afterEnd = await gateway.PostEventAsync("short", Body("replay"), (Key, "k1"));

        var answered = await Expect.RecordedAsync(first);
        Assert.Equal(answered, await Expect.RecordedAsync(whilePaused));
        await Expect.ErrorAsync(refused, 404, "campaign_not_active", "Campaign not found or not active");
        await Expect.RecordedAsync(corrected);
        Assert.False(Expect.IsReplay(corrected));
        Assert.Equal(answered, await Expect.RecordedAsync(afterEnd));
        Assert.True(Expect.IsReplay(afterEnd));
    }

    private static string Body(string user, string members = "") => $$"""{"userId":"{{user}}","eventType":"purchase"{{members}}}""";
}
