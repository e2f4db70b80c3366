using OpenTelemetry;
using OpenTelemetry.Trace;

namespace CampaignEngine.Hosting.Telemetry;

/// <summary>Traces from a request through the grains to the store.</summary>
internal static class EngineTraces
{
    private static readonly string[] Sources =
    [
        "Microsoft.Orleans.Application",
        "Microsoft.Orleans.Runtime",
        "Azure.*",
    ];

    public static void AddEngineTraces(this IOpenTelemetryBuilder telemetry) => telemetry.WithTracing(traces => traces
        .AddAspNetCoreInstrumentation(requests => requests.Filter = EngineTelemetry.IsAboutWork)
        .AddSource(Sources)
        .AddProcessor(new KnownTagsOnly()) // Before the exporter: processors run in this order.
        .AddOtlpExporter());

    /// <summary>Carries traces from grain to grain, at a price for every call: only when somebody wants them.</summary>
    public static void AddTraces(this ISiloBuilder silo, TelemetryOptions options)
    {
        if (options.OtlpEndpoint is not null)
            silo.AddActivityPropagation();
    }

    /// <inheritdoc cref="AddTraces(ISiloBuilder, TelemetryOptions)"/>
    public static void AddTraces(this IClientBuilder client, TelemetryOptions options)
    {
        if (options.OtlpEndpoint is not null)
            client.AddActivityPropagation();
    }
}
