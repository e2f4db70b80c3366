using System.Text.RegularExpressions;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Telemetry;

public sealed partial class DocumentedMetricsTests
{
    [Fact]
    public async Task The_docs_name_every_metric_of_ours_and_none_that_is_not_told()
    {
        using var directory = new TempDirectory();
        await using var host = await GatewayHost.StartAsync(["--Journal:Provider=RocksDb", $"--Journal:Path={directory.Path}"]);
        await new TestWorld(host.Services).BuildAsync();
        using var recorded = await host.Client.SendAsync(EventRequests.Purchase("winners", "somebody"));
        await Expect.RecordedAsync(recorded);

        var page = await MetricsPage.GetAsync(host.Client);

        var documented = await DocumentedAsync();
        Assert.Empty(documented.Except(page.Names));
        Assert.Empty(page.OurNames.Except(documented));
        Assert.True(page.OurNames.Count >= 10, page.Text);
    }

    /// <summary>What stands in the first column of the section's tables.</summary>
    private static async Task<string[]> DocumentedAsync()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "operations.md"));
        var section = text.Split("\n## ").Single(part => part.StartsWith("Metrics and traces", StringComparison.Ordinal));
        return [.. FirstCell().Matches(section).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex("^\\| `([a-z_]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();
}
