using System.IO.Compression;
using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Attacks;

/// <summary>What no client sends but one that means harm. Each ends in an answer or a closed connection, and the server goes on.</summary>
[Collection(SharedGateway.Name)]
public sealed class RawRequestTests(GatewayFixture gateway)
{
    private const string Event = """{"userId":"raw","eventType":"purchase"}""";

    private static readonly string s_key = $"X-API-Secret: {TestKeys.Test}";

    /// <summary>What follows the request line, without the blank line; the body; what the server may answer.</summary>
    public static TheoryData<string, string, int[]> Framings => new()
    {
        { "Host: x\r\nHost: y", "", [400] },
        { "", "", [400] },
        { "Host: x\r\nContent-Length: 5\r\nContent-Length: 6", "hello", [400] },
        { "Host: x\r\nContent-Length: 5, 5", "hello", [400] },
        { "Host: x\r\nContent-Length: -5", "hello", [400] },
        { "Host: x\r\nContent-Length: +5", "hello", [400] },
        { "Host: x\r\nContent-Length : 5", "hello", [400] },
        { "Host: x\r\nTransfer-Encoding: gzip", "", [400] },
        { "Host: x\r\nTransfer-Encoding: chunked, gzip", "", [400] },
        { "Host: x\r\nTransfer-Encoding : chunked", "0\r\n\r\n", [400] },
        { "Host: x\r\nTransfer-Encoding: chunked", "5;\nhello", [400] },
        { "Host: x\r\nX: a\r\n folded", "", [400] },
        { "Host: x\r\nX: a\0b", "", [400] },
        { "Host: x\r\nExpect: 200-ok\r\nContent-Length: 0", "", [400, 417] },
        { "Host: x\r\n" + string.Join("\r\n", Enumerable.Range(0, 65).Select(i => $"X-{i}: x")), "", [431] },
        { "Host: x\r\nX: " + new string('x', 17 * 1024), "", [431] },
        { "Host: x\r\nContent-Length: 600000", "", [413] },
    };

    public static TheoryData<string, int[]> Lines => new()
    {
        { "GET / HTTP/9.9", [505] },
        { "GET /", [400] },
        { "GET\0/ HTTP/1.1", [400] },
        { "GET /%00 HTTP/1.1", [400] },
        { "GET /v1/campaigns/points/%2e%2e/points/stats HTTP/1.1", [404] },
        { "GET /v1/campaigns/points/../points/stats HTTP/1.1", [404] },
        { "GET /v1/campaigns/points%2fstats HTTP/1.1", [404] },
        { "GET //v1/campaigns/points/stats HTTP/1.1", [404] },
        { "GET /v1/campaigns/points/stats/%2e HTTP/1.1", [404] },
        { "GET http://elsewhere/v1/campaigns/points/../points/stats HTTP/1.1", [400, 404] },
        { "GET * HTTP/1.1", [400, 405] },
        { "OPTIONS * HTTP/1.1", [404, 405] },
        { "CONNECT x:80 HTTP/1.1", [400, 404, 405] },
        { $"GET /{new string('a', 9000)} HTTP/1.1", [414] },
    };

    [Theory]
    [MemberData(nameof(Framings))]
    public async Task A_badly_framed_request_is_refused_and_nothing_is_recorded(string headers, string body, int[] statuses)
    {
        var entries = await gateway.CountEntriesAsync();

        var answer = await SendAsync($"POST /v1/campaigns/points/events HTTP/1.1\r\n{headers}{(headers.Length == 0 ? "" : "\r\n")}{s_key}\r\n\r\n{body}");

        Assert.True(answer is null || statuses.Contains(answer.Status), answer?.Shown);
        Assert.Equal(entries, await gateway.CountEntriesAsync());
        await AssertServesAsync();
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_strange_request_line_reaches_nothing(string line, int[] statuses)
    {
        var answer = await SendAsync($"{line}\r\nHost: x\r\n{s_key}\r\nConnection: close\r\n\r\n");

        Assert.True(answer is null || statuses.Contains(answer.Status), answer?.Shown);
        await AssertServesAsync();
    }

    /// <summary>One in front of us could take the second for the first one's body.</summary>
    [Theory]
    [InlineData("Content-Length: {0}\r\nTransfer-Encoding: chunked")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: {0}")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\nContent-Length: {0}")]
    [InlineData("Transfer-Encoding: xchunked\r\nContent-Length: {0}")]
    [InlineData("Transfer-Encoding:\tchunked\r\nContent-Length: {0}")]
    public async Task Behind_an_ambiguous_length_nothing_is_smuggled(string framing)
    {
        var entries = await gateway.CountEntriesAsync();
        var hidden = Encoding.Latin1.GetString(Bursts.Post("/v1/campaigns/points/events", Event));
        var body = $"0\r\n\r\n{hidden}";
        using var connection = await RawConnection.OpenAsync(gateway.Client.BaseAddress!);

        await connection.WriteAsync(Encoding.Latin1.GetBytes(
            $"POST /v1/campaigns/points/events HTTP/1.1\r\nHost: x\r\n{s_key}\r\nContent-Type: application/json\r\n" +
            $"{string.Format(null, framing, body.Length)}\r\n\r\n{body}"));
        connection.EndWriting();
        var first = await connection.ReadAnswerAsync();
        var second = first is null ? null : await connection.ReadAnswerAsync();

        Assert.True(first is null or { Status: 400 }, first?.Shown);
        Assert.True(second is null, $"After an ambiguous request another one was read: {second?.Shown}");
        Assert.Equal(entries, await gateway.CountEntriesAsync());
    }

    /// <summary>64 MiB of spaces in 64 KiB.</summary>
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public async Task What_is_compressed_is_not_unpacked(string encoding)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var spaces = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            for (var i = 0; i < 64; i++)
                await gzip.WriteAsync(spaces);
        }

        var request = gateway.Request(HttpMethod.Post, "/v1/campaigns/points/events");
        request.Content = new ByteArrayContent(packed.ToArray());
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        using var answer = await gateway.Client.SendAsync(request);

        Assert.True((int)answer.StatusCode is 413 or 415, $"{answer.StatusCode}");
    }

    /// <summary>Without TLS there is no HTTP/2: the server says so in its frames, and closes.</summary>
    [Fact]
    public async Task A_client_that_begins_with_http2_is_sent_away()
    {
        var answer = await RawHttp.SendAsync(gateway.Client.BaseAddress!, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

        Assert.DoesNotContain("HTTP/1.1 2", answer, StringComparison.Ordinal);
        await AssertServesAsync();
    }

    [Fact]
    public async Task Clients_that_never_end_their_requests_keep_nobody_waiting()
    {
        var slow = new List<RawConnection>();
        try
        {
            for (var i = 0; i < 200; i++)
            {
                slow.Add(await RawConnection.OpenAsync(gateway.Client.BaseAddress!));
                var started = $"POST /v1/campaigns/points/events HTTP/1.1\r\nHost: x\r\n{s_key}\r\nContent-Type: application/json\r\n";
                await slow[^1].WriteAsync(Encoding.ASCII.GetBytes(i % 2 == 0 ? started : $"{started}Content-Length: 50\r\n\r\n{{"));
            }

            await AssertServesAsync();
        }
        finally
        {
            slow.ForEach(connection => connection.Dispose());
        }

        await AssertServesAsync();
    }

    private async Task<RawAnswer?> SendAsync(string request)
    {
        using var connection = await RawConnection.OpenAsync(gateway.Client.BaseAddress!);
        await connection.WriteAsync(Encoding.Latin1.GetBytes(request));
        connection.EndWriting();
        return await connection.ReadAnswerAsync();
    }

    private async Task AssertServesAsync()
    {
        using var answer = await gateway.GetAsync("/v1/campaigns/points/stats");
        await Expect.DataAsync(answer);
    }
}
