namespace CampaignEngine.Gateway.Tests.Telemetry;

/// <summary>What <c>/metrics</c> says, as far as tests ask.</summary>
internal sealed class MetricsPage(string text)
{
    public string Text => text;

    public IReadOnlySet<string> Names { get; } = Lines(text).Select(line => line.Metric).ToHashSet();

    /// <summary>The metrics of the engine's own meters.</summary>
    public IReadOnlySet<string> OurNames { get; } = Lines(text)
        .Where(line => line.Sample.Contains("otel_scope_name=\"CampaignEngine.", StringComparison.Ordinal))
        .Select(line => line.Metric)
        .ToHashSet();

    public static async Task<MetricsPage> GetAsync(HttpClient client) => new(await client.GetStringAsync("/metrics"));

    /// <summary>The value of a counter; 0 when it is not there.</summary>
    public double Counter(string metric, string tag) => Lines(text)
        .Where(line => line.Metric == metric && line.Sample.Contains(tag, StringComparison.Ordinal))
        .Select(line => double.Parse(line.Sample[(line.Sample.IndexOf('}', StringComparison.Ordinal) + 1)..].Trim().Split(' ')[0]))
        .SingleOrDefault();

    private static IEnumerable<(string Metric, string Sample)> Lines(string text)
    {
        var metric = "";
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
                metric = line.Split(' ')[2];
            else if (line is not ("" or ['#', ..]))
                yield return (metric, line);
        }
    }
}
