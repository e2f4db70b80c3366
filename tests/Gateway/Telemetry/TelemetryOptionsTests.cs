using CampaignEngine.Hosting.Starting;
using CampaignEngine.Hosting.Telemetry;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Gateway.Tests.Telemetry;

public sealed class TelemetryOptionsTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", null, null)]
    [InlineData("http://127.0.0.1:4317", null, "http://127.0.0.1:4317/")]
    [InlineData(null, "https://collector.example/otlp", "https://collector.example/otlp")]
    [InlineData("http://127.0.0.1:4317", "http://127.0.0.1:4317/", "http://127.0.0.1:4317/")]
    public void A_collector_is_named_by_either_setting(string? own, string? standard, string? endpoint)
    {
        var problems = new StartProblems();

        var options = TelemetryOptions.Read(Settings(own, standard), problems);

        problems.ThrowIfAny();
        Assert.Equal(endpoint, options.OtlpEndpoint?.ToString());
    }

    [Theory]
    [InlineData("collector:4317", null, "Telemetry:OtlpEndpoint is not an http or https address. Write, for example, http://127.0.0.1:4317.")]
    [InlineData(null, "/secret", "OTEL_EXPORTER_OTLP_ENDPOINT is not an http or https address. Write, for example, http://127.0.0.1:4317.")]
    [InlineData("http://a", "http://b", "Telemetry:OtlpEndpoint and OTEL_EXPORTER_OTLP_ENDPOINT name two collectors. Leave one of them out.")]
    public void What_names_no_collector_is_said(string? own, string? standard, string problem)
    {
        var problems = new StartProblems();

        TelemetryOptions.Read(Settings(own, standard), problems);

        Assert.Equal([problem], Assert.Throws<StartErrorException>(problems.ThrowIfAny).Problems);
    }

    private static IConfiguration Settings(string? own, string? standard) => new ConfigurationBuilder()
        .AddInMemoryCollection([new(TelemetryOptions.Name, own), new(TelemetryOptions.StandardName, standard)])
        .Build();
}
