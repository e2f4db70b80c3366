using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace CampaignEngine.Hosting.Telemetry;

/// <summary>What every process of the engine tells about itself: metrics always, traces only to a collector.</summary>
public static class EngineTelemetry
{
    private const string MetricsPath = "/metrics";

    /// <summary>The engine's own, and those of what it stands on.</summary>
    private static readonly string[] Meters =
    [
        "CampaignEngine.*",
        "Microsoft.Orleans",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
    ];

    public static void AddEngineTelemetry(this IHostApplicationBuilder builder, TelemetryOptions options)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService(builder.Environment.ApplicationName)
                .AddEnvironmentVariableDetector()) // Again, so that OTEL_SERVICE_NAME counts for more.
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
        if (options.OtlpEndpoint is not { } endpoint)
            return;

        // By its standard name the exporters read it in the standard way, each with its own path behind it.
        builder.Configuration.AddInMemoryCollection([new(TelemetryOptions.StandardName, endpoint.OriginalString)]);
        telemetry.WithMetrics(metrics => metrics.AddOtlpExporter());
        telemetry.AddEngineTraces();
    }

    /// <summary>Serves the metrics to whoever asks; there is nothing secret or personal in them.</summary>
    public static IEndpointConventionBuilder MapMetrics(this IEndpointRouteBuilder app) =>
        app.MapPrometheusScrapingEndpoint(MetricsPath).DisableHttpMetrics();

    /// <summary>Requests of people and programs that look after the process say nothing about its work.</summary>
    internal static bool IsAboutWork(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(MetricsPath) && !context.Request.Path.StartsWithSegments("/healthz");
}
