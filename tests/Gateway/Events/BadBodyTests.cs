using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Events;

[Collection(SharedGateway.Name)]
public sealed class BadBodyTests(GatewayFixture gateway)
{
    private const string Good = """ "userId":"bad-body","eventType":"purchase" """;

    /// <summary>What is sent, and where the answer says that it is wrong.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "empty", "", "" },
        { "blank", "  ", "" },
        { "bare null", "null", "" },
        { "bare array", "[]", "" },
        { "bare string", "\"x\"", "" },
        { "bare number", "1", "" },
        { "cut off", "{" + Good, "" },
        { "trailing text", "{" + Good + "} x", "" },
        { "second document", "{" + Good + "}{}", "" },
        { "trailing comma", "{" + Good + ",}", "" },
        { "comment", "{" + Good + "/* x */}", "" },
        { "single quotes", "{'userId':'u','eventType':'purchase'}", "" },
        { "byte order mark", "\ufeff{" + Good + "}", "" },
        { "duplicate userId", """{"userId":"bad-body","eventType":"purchase","userId":"bad-body"}""", "/userId" },
        { "duplicate written differently", """{"userId":"bad-body","eventType":"purchase","user\u0049d":"x"}""", "/userId" },
        { "duplicate of an unknown member", "{" + Good + ""","x":1,"x":1}""", "/x" },
        { "duplicate inside an unknown member", "{" + Good + ""","x":[{"a/b":1,"a/b":1}]}""", "/x/0/a~1b" },
        { "duplicate in metadata", "{" + Good + ""","metadata":{"a":1,"a":1}}""", "/metadata/a" },
        { "duplicate deep in metadata", "{" + Good + ""","metadata":{"a":{"b":1,"b":2}}}""", "/metadata/a/b" },
        { "userId absent", """{"eventType":"purchase"}""", "/userId" },
        { "userId null", """{"userId":null,"eventType":"purchase"}""", "/userId" },
        { "userId number", """{"userId":5,"eventType":"purchase"}""", "/userId" },
        { "userId object", """{"userId":{},"eventType":"purchase"}""", "/userId" },
        { "userId in another case", """{"UserId":"bad-body","eventType":"purchase"}""", "/userId" },
        { "userId empty", """{"userId":"","eventType":"purchase"}""", "/userId" },
        { "userId of 256", $$"""{"userId":"{{new string('u', 256)}}","eventType":"purchase"}""", "/userId" },
        { "userId of 256 emoji", $$"""{"userId":"{{string.Concat(Enumerable.Repeat("😀", 256))}}","eventType":"purchase"}""", "/userId" },
        { "userId with NUL", """{"userId":"a\u0000b","eventType":"purchase"}""", "/userId" },
        { "userId with tab", """{"userId":"a\tb","eventType":"purchase"}""", "/userId" },
        { "userId with DEL", """{"userId":"a\u007fb","eventType":"purchase"}""", "/userId" },
        { "userId with C1", """{"userId":"a\u0085b","eventType":"purchase"}""", "/userId" },
        { "userId with a high surrogate", """{"userId":"a\ud83d","eventType":"purchase"}""", "" },
        { "userId with a low surrogate", """{"userId":"\ude00a","eventType":"purchase"}""", "" },
        { "userId with surrogates swapped", """{"userId":"\ude00\ud83d","eventType":"purchase"}""", "" },
        { "userId with a raw control character", "{\"userId\":\"a\nb\",\"eventType\":\"purchase\"}", "" },
        { "eventType absent", """{"userId":"bad-body"}""", "/eventType" },
        { "eventType null", """{"userId":"bad-body","eventType":null}""", "/eventType" },
        { "eventType boolean", """{"userId":"bad-body","eventType":true}""", "/eventType" },
        { "eventType empty", """{"userId":"bad-body","eventType":""}""", "/eventType" },
        { "eventType of 129", $$"""{"userId":"bad-body","eventType":"{{new string('e', 129)}}"}""", "/eventType" },
        { "eventType with newline", """{"userId":"bad-body","eventType":"a\nb"}""", "/eventType" },
        { "metadata string", "{" + Good + ""","metadata":"x"}""", "/metadata" },
        { "metadata array", "{" + Good + ""","metadata":[]}""", "/metadata" },
        { "metadata number", "{" + Good + ""","metadata":1}""", "/metadata" },
        { "metadata of 16 KiB and a byte", "{" + Good + ""","metadata":""" + Metadata(16 * 1024 + 1) + "}", "/metadata" },
        { "metadata with half a character", "{" + Good + ""","metadata":{"a":["\udfff"]}}""", "" },
        { "metadata with half a character in a name", "{" + Good + ""","metadata":{"\ud800":1}}""", "" },
        { "metadata with two high surrogates", "{" + Good + ""","metadata":{"a":"\ud800\ud800"}}""", "" },
        { "metadata with NaN", "{" + Good + ""","metadata":{"a":NaN}}""", "" },
        { "metadata with a leading zero", "{" + Good + ""","metadata":{"a":01}}""", "" },
        { "17 levels", "{" + Good + ""","metadata":""" + Nested(16) + "}", "" },
        { "17 levels in an unknown member", "{" + Good + ""","x":""" + Nested(16) + "}", "" },
        { "1,000 levels", "{" + Good + ""","x":""" + Nested(1000) + "}", "" },
        { "eventId empty", "{" + Good + ""","eventId":""}""", "/eventId" },
        { "eventId number", "{" + Good + ""","eventId":7}""", "/eventId" },
        { "eventId of 256", "{" + Good + $",\"eventId\":\"{new string('i', 256)}\"}}", "/eventId" },
        { "eventId with space", "{" + Good + ""","eventId":"a b"}""", "/eventId" },
        { "eventId beyond ASCII", "{" + Good + ""","eventId":"é"}""", "/eventId" },
        { "occurredAt number", "{" + Good + ""","occurredAt":1748736000}""", "/occurredAt" },
        { "occurredAt a day", "{" + Good + ""","occurredAt":"2026-06-01"}""", "/occurredAt" },
        { "occurredAt without seconds", "{" + Good + ""","occurredAt":"2026-06-01T10:00Z"}""", "/occurredAt" },
        { "occurredAt no such day", "{" + Good + ""","occurredAt":"2026-02-30T10:00:00Z"}""", "/occurredAt" },
        { "occurredAt text", "{" + Good + ""","occurredAt":"yesterday"}""", "/occurredAt" },
        { "displayName number", "{" + Good + ""","displayName":1}""", "/displayName" },
        { "displayName of 65", "{" + Good + $",\"displayName\":\"{new string('d', 65)}\"}}", "/displayName" },
        { "displayName with a control character", "{" + Good + ""","displayName":"a\u001bb"}""", "/displayName" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_bad_body_is_refused_and_leaves_nothing(string name, string body, string pointer)
    {
        _ = name;
        var before = await gateway.CountEntriesAsync();

        using var answer = await gateway.PostEventAsync("points", body);

        Assert.Equal([pointer], await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body"));
        Assert.Equal(before, await gateway.CountEntriesAsync());
        using var participant = await gateway.GetParticipantAsync("points", "bad-body");
        await Expect.ErrorAsync(participant, 404, "participant_not_found", "Campaign or participant not found");
    }

    [Theory]
    [InlineData(new byte[] { 0xff })]
    [InlineData(new byte[] { 0xc0, 0x80 })]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })]
    [InlineData(new byte[] { 0xe2, 0x82 })]
    public async Task Bytes_that_are_not_UTF_8_are_refused(byte[] bytes)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes("""{"eventType":"purchase","userId":"bad-body"""), .. bytes, .. "\"}"u8];

        using var answer = await gateway.PostEventAsync("points", body);

        Assert.Equal([""], await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body"));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        using var answer = await gateway.PostEventAsync(
            "points", """{"eventType":1,"metadata":[],"eventId":"","occurredAt":"x","displayName":2}""", ("Idempotency-Key", "a b"));

        Assert.Equal(
            ["", "/userId", "/eventType", "/metadata", "/eventId", "/occurredAt", "/displayName"],
            await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body"));
    }

    [Fact]
    public async Task Ten_thousand_members_are_checked_for_duplicates_in_time()
    {
        var many = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"m{i}\":{i}"));

        using var twice = await gateway.PostEventAsync("points", "{" + many + ",\"m0\":0}");
        using var once = await gateway.PostEventAsync("points", "{" + many + ""","userId":"many-members","eventType":"purchase"}""");

        Assert.Equal(["/m0"], await Expect.ErrorAsync(twice, 400, "invalid_request_body", "Invalid request body"));
        await Expect.RecordedAsync(once);
    }

    internal static string Metadata(int bytes) => "{\"a\":\"" + new string('x', bytes - 8) + "\"}";

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
}
