using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Grains.Interfaces.Participants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Trace;

namespace CampaignEngine.Gateway.Tests.Telemetry;

[Collection(nameof(AloneInTheProcess))]
public sealed class TracesTests
{
    private const string UserId = "jane-roe-4711";

    [Fact]
    public async Task Nothing_is_traced_without_a_collector()
    {
        await using var host = await GatewayHost.StartAsync();

        Assert.Null(host.Services.GetService<TracerProvider>());
    }

    [Fact]
    public async Task A_trace_goes_from_the_request_to_the_grains_and_names_nobody()
    {
        using var spans = new SpanList();
        await using var host = await StartAsync(spans);

        await Expect.RecordedAsync(await host.Client.SendAsync(EventRequests.Purchase("winners", UserId)));
        var participant = await Expect.DataAsync(await host.Client.SendAsync(EventRequests.Participant("winners", UserId)));
        using var query = await host.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"/v1/campaigns/winners/participants?userId={UserId}") { Headers = { { "X-API-Secret", TestKeys.Test } } });
        using var nowhere = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/v2/{UserId}"));
        var show = await spans.EndedAsync("GET /v1/campaigns/{slug}/participants/{userId}");

        Assert.Contains(spans.Ended, span => span.TraceId == show.TraceId && span.Source.Name == "Microsoft.Orleans.Application");
        var told = string.Join('\n', spans.Ended.Select(SpanText.Of));
        Assert.DoesNotContain(UserId, told, StringComparison.Ordinal);
        Assert.DoesNotContain(participant.GetProperty("participantRef").GetString()!, told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("winners", told, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_test_", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_call_is_told_by_its_kind_and_not_by_its_message()
    {
        using var spans = new SpanList();
        await using var host = await StartAsync(spans, silo => silo.AddIncomingGrainCallFilter(call =>
            call.InterfaceMethod.Name == nameof(IParticipantGrain.RecordEvent) ? throw new TimeoutException($"{UserId} waited") : call.Invoke()));

        using var answer = await host.Client.SendAsync(EventRequests.Purchase("points", UserId));
        var request = await spans.EndedAsync("POST /v1/campaigns/{slug}/events");

        Assert.Equal(503, (int)answer.StatusCode);
        var told = spans.Ended.Where(span => span.TraceId == request.TraceId).Select(SpanText.Of).ToList();
        Assert.Contains(told, span => span.Contains("exception.type=System.TimeoutException", StringComparison.Ordinal));
        Assert.DoesNotContain(told, span => span.Contains(UserId, StringComparison.Ordinal));
    }

    private static async Task<GatewayHost> StartAsync(SpanList spans, Action<ISiloBuilder>? customise = null)
    {
        // Port 9 is closed: a collector that is away is no reason to complain.
        var host = await GatewayHost.StartAsync(["--Telemetry:OtlpEndpoint=http://127.0.0.1:9"], builder =>
        {
            builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans));
            builder.UseOrleans(silo => customise?.Invoke(silo));
        });
        await new TestWorld(host.Services).BuildAsync();
        return host;
    }
}
