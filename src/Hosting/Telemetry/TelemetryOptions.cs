using CampaignEngine.Hosting.Starting;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Telemetry;

/// <summary>Where metrics and traces are sent, beside <c>/metrics</c>, which is always there.</summary>
public sealed class TelemetryOptions
{
    public const string Name = "Telemetry:OtlpEndpoint";

    /// <summary>What every program with OpenTelemetry reads; its other variables (<c>OTEL_…</c>) work too.</summary>
    public const string StandardName = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>A collector that speaks OTLP. Null: nothing is sent, and nothing is traced.</summary>
    public Uri? OtlpEndpoint { get; private init; }

    public static TelemetryOptions Read(IConfiguration configuration, StartProblems problems)
    {
        var own = ReadUri(configuration, Name, problems);
        var standard = ReadUri(configuration, StandardName, problems);
        if (own is not null && standard is not null && own != standard)
            problems.Add($"{Name} and {StandardName} name two collectors. Leave one of them out.");
        return new TelemetryOptions { OtlpEndpoint = own ?? standard };
    }

    private static Uri? ReadUri(IConfiguration configuration, string name, StartProblems problems)
    {
        if (configuration[name] is not { Length: > 0 } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
            return uri;

        // The value stays out of the message: collectors that are rented may have a token in their address.
        problems.Add($"{name} is not an http or https address. Write, for example, http://127.0.0.1:4317.");
        return null;
    }
}
