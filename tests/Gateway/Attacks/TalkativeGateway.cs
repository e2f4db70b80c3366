using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Gateway.Tests.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace CampaignEngine.Gateway.Tests.Attacks;

/// <summary>A gateway that logs and traces all that it can, but for the paths of requests.</summary>
public sealed class TalkativeGateway : GatewayFixture, IDisposable
{
    internal const string MasterKey = "bWFzdGVyLWtleS1vZi10aGUtdGFsa2F0aXZlLW9uZSE=";

    private readonly SpanList _spans = new();

    internal LogText Log { get; } = new();

    internal IReadOnlyCollection<string> SpanTexts => [.. _spans.Ended.Select(SpanText.Of)];

    // What the server logs below Warning is whole paths, for which somebody has to ask.
    // Port 9 is closed: a collector that is away is no reason to complain.
    protected override IReadOnlyList<string> Settings =>
    [
        "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:Orleans=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore=Warning",
        "--Telemetry:OtlpEndpoint=http://127.0.0.1:9", $"--Campaigns:MasterKey={MasterKey}",
    ];

    protected override void Customise(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(_spans));
    }

    public void Dispose() => _spans.Dispose();
}
