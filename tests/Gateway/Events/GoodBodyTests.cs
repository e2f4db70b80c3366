using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Events;

/// <summary>What a client of the contract may send, right at each limit.</summary>
[Collection(SharedGateway.Name)]
public sealed class GoodBodyTests(GatewayFixture gateway)
{
    public static TheoryData<string, string> Cases => new()
    {
        { "nothing optional", "" },
        { "optional members null", ""","metadata":null,"eventId":null,"occurredAt":null,"displayName":null""" },
        { "unknown members", ""","x":1,"y":{"z":[null]},"UserId":"other","data":null""" },
        { "empty metadata", ""","metadata":{}""" },
        { "metadata of 16 KiB", ""","metadata":""" + BadBodyTests.Metadata(16 * 1024) },
        { "16 levels", ""","metadata":""" + string.Concat(Enumerable.Repeat("{\"a\":", 15)) + "1" + new string('}', 15) },
        { "a whole surrogate pair escaped", ""","metadata":{"a":"\ud83d\ude00"}""" },
        { "an escaped backslash before u", ""","metadata":{"a":"\\ud83d"}""" },
        { "occurredAt with offset", ""","occurredAt":"2026-06-01T10:00:00.123456789+02:00" """ },
        { "occurredAt without offset", ""","occurredAt":"2026-06-01t10:00:00" """ },
        { "displayName of 64 emoji", $",\"displayName\":\"{string.Concat(Enumerable.Repeat("😀", 64))}\"" },
        { "displayName empty", ""","displayName":"" """ },
        { "eventId of 255", $",\"eventId\":\"{new string('~', 255)}\"" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_event_is_recorded(string name, string members)
    {
        var user = "good " + name;

        using var answer = await gateway.PostEventAsync("points", $$"""{"userId":"{{user}}","eventType":"purchase"{{members}}}""");

        await Expect.RecordedAsync(answer);
        var participant = await Expect.DataAsync(await gateway.GetParticipantAsync("points", user));
        Assert.Equal(100, participant.GetProperty("totalPoints").GetInt64());
    }

    [Theory]
    [InlineData("application/json", null, 200)]
    [InlineData("application/json; charset=utf-8", null, 200)]
    [InlineData("Application/JSON;charset=\"UTF-8\"", null, 200)]
    [InlineData("application/vnd.client+json", null, 200)]
    [InlineData("", null, 200)]
    [InlineData("application/json", "identity", 200)]
    [InlineData("text/plain", null, 415)]
    [InlineData("application/x-www-form-urlencoded", null, 415)]
    [InlineData("application/json; charset=utf-16", null, 415)]
    [InlineData("application/jsonp", null, 415)]
    [InlineData("nonsense", null, 415)]
    [InlineData("application/json", "gzip", 415)]
    public async Task Only_JSON_is_read(string contentType, string? encoding, int status)
    {
        var before = await gateway.CountEntriesAsync();
        var request = gateway.Request(HttpMethod.Post, "/v1/campaigns/points/events");
        request.Content = new ByteArrayContent("""{"userId":"content type","eventType":"purchase"}"""u8.ToArray());
        if (contentType.Length > 0)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (encoding is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);

        using var answer = await gateway.Client.SendAsync(request);

        Assert.Equal(before + (status == 200 ? 1 : 0), await gateway.CountEntriesAsync());
        if (status == 200)
            await Expect.RecordedAsync(answer);
        else
            await Expect.ErrorAsync(answer, 415, "unsupported_media_type", "The request body must be application/json in UTF-8, not compressed");
    }
}
