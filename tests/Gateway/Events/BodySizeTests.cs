using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Events;

[Collection(SharedGateway.Name)]
public sealed class BodySizeTests(GatewayFixture gateway)
{
    private const int Limit = 256 * 1024;

    [Theory]
    [InlineData(Limit, false, 200)]
    [InlineData(Limit, true, 200)]
    [InlineData(Limit + 1, false, 413)]
    [InlineData(Limit + 1, true, 413)]
    public async Task A_body_over_256_KiB_is_refused(int bytes, bool chunked, int status)
    {
        var before = await gateway.CountEntriesAsync();
        var request = gateway.Request(HttpMethod.Post, "/v1/campaigns/points/events");
        var body = """{"userId":"large body","eventType":"purchase"}""";
        request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body + new string(' ', bytes - body.Length)));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TransferEncodingChunked = chunked;

        using var answer = await gateway.Client.SendAsync(request);

        Assert.Equal(before + (status == 200 ? 1 : 0), await gateway.CountEntriesAsync());
        if (status == 413)
            await Expect.ErrorAsync(answer, 413, "body_too_large", "Request body too large");
        else
            await Expect.RecordedAsync(answer);
    }

    [Fact]
    public async Task A_body_that_breaks_off_in_a_bad_chunk_is_refused()
    {
        var before = await gateway.CountEntriesAsync();

        var answer = await RawHttp.SendAsync(gateway.Client.BaseAddress!, string.Join("\r\n",
            "POST /v1/campaigns/points/events HTTP/1.1", "Host: x", $"X-API-Secret: {TestKeys.Test}",
            "Transfer-Encoding: chunked", "Connection: close", "", "zz", ""));

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"error\":\"invalid_request\",\"requestId\":", answer, StringComparison.Ordinal);
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }
}
