using System.Text;
using CampaignEngine.Gateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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

    [Theory]
    [InlineData("zz")]
    [InlineData("FFFFFFFFFFFFFFFF")]
    public async Task A_body_that_breaks_off_in_a_bad_chunk_is_refused(string size)
    {
        var before = await gateway.CountEntriesAsync();

        var answer = await RawHttp.SendAsync(gateway.Client.BaseAddress!, string.Join("\r\n",
            "POST /v1/campaigns/points/events HTTP/1.1", "Host: x", $"X-API-Secret: {TestKeys.Test}",
            "Transfer-Encoding: chunked", "Connection: close", "", size, ""));

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"error\":\"invalid_request\",\"requestId\":", answer, StringComparison.Ordinal);
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Fact]
    public async Task A_client_that_sends_too_much_does_not_fill_the_log()
    {
        var log = new LogText();
        await using var host = await GatewayHost.StartAsync([], builder => builder.Services.AddSingleton<ILoggerProvider>(log));
        await new TestWorld(host.Services).BuildAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/campaigns/points/events") { Content = new ByteArrayContent(new byte[Limit + 1]) };
        request.Headers.Add("X-API-Secret", TestKeys.Test);

        using var answer = await host.Client.SendAsync(request);
        using var next = await host.Client.GetAsync("/healthz/live");

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.DoesNotContain(log.Lines, line => line.Contains("draining", StringComparison.Ordinal));
    }
}
