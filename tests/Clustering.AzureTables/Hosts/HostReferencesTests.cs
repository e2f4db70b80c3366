using System.Diagnostics;
using System.Text.Json;

namespace CampaignEngine.Clustering.AzureTables.Tests.Hosts;

/// <summary>What the host references, with and without the switch; asked of MSBuild, since the packages are not to be had everywhere.</summary>
public class HostReferencesTests
{
    private static readonly string[] Official = ["Microsoft.Orleans.Clustering.AzureStorage", "Microsoft.Orleans.Persistence.AzureStorage"];

    [Fact]
    public async Task The_host_references_our_clustering()
    {
        using var items = await ItemsAsync("false");

        Assert.Contains("Clustering.AzureTables", Names(items, "ProjectReference"));
        Assert.Empty(Names(items, "PackageReference").Intersect(Official));
        Assert.Equal(["AzureClustering.Own"], Variants(items));
    }

    [Fact]
    public async Task With_the_switch_the_host_references_orleans_own_packages_instead()
    {
        using var items = await ItemsAsync("true");

        Assert.DoesNotContain("Clustering.AzureTables", Names(items, "ProjectReference"));
        Assert.Equal(Official, Names(items, "PackageReference").Intersect(Official).Order());
        Assert.Equal(["AzureClustering.Official"], Variants(items));
        var versions = items.RootElement.GetProperty("Items").GetProperty("PackageVersion").EnumerateArray()
            .ToDictionary(item => item.GetProperty("Identity").GetString()!, item => item.GetProperty("Version").GetString());
        Assert.All(Official, package => Assert.Equal(versions["Microsoft.Orleans.Server"], versions[package]));
    }

    private static IEnumerable<string> Variants(JsonDocument items) =>
        Names(items, "Compile").Where(name => name.StartsWith("AzureClustering.", StringComparison.Ordinal));

    private static string[] Names(JsonDocument items, string type) =>
    [
        .. items.RootElement.GetProperty("Items").GetProperty(type).EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!.Replace('\\', '/'))
            .Select(name => type == "PackageReference" ? name : Path.GetFileNameWithoutExtension(name)),
    ];

    private static async Task<JsonDocument> ItemsAsync(string official)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = Root() };
        string[] arguments =
        [
            "msbuild", "src/Hosting/Hosting.csproj", $"-p:OfficialAzureProviders={official}",
            "-getItem:PackageReference,ProjectReference,PackageVersion,Compile",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return JsonDocument.Parse(output);
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "Orleans.sln")))
            directory = directory.Parent;
        return directory.FullName;
    }
}
