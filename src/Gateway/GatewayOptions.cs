using System.Globalization;
using CampaignEngine.Hosting.Clusters;
using CampaignEngine.Hosting.Starting;

namespace CampaignEngine.Gateway;

/// <summary>What the gateway itself can be told.</summary>
public sealed class GatewayOptions
{
    /// <summary>Longer than any load balancer takes to notice.</summary>
    private const int MaxDrainSeconds = 300;

    /// <summary>As long as a load balancer that looks every two or three seconds needs to notice.</summary>
    private const int DrainSecondsInCluster = 5;

    /// <summary>Whether a silo runs in the process: <c>Gateway:Mode</c>.</summary>
    public required GatewayMode Mode { get; init; }

    /// <summary>
    /// For how long a gateway that is to stop still answers, while it says that it is not ready:
    /// <c>Gateway:DrainSeconds</c>. Five in a cluster; without one nobody takes its place, so it stops at once.
    /// </summary>
    public required TimeSpan Drain { get; init; }

    /// <summary>Whether <c>POST /bench/noop</c> is there: <c>Bench:NoOp</c>, false unless set.</summary>
    public required bool HasNoOp { get; init; }

    /// <summary>A directory of <c>&lt;slug&gt;.json</c> definitions for the demo app: <c>Demo:Campaigns</c>.</summary>
    public required string? DemoCampaigns { get; init; }

    /// <summary>What the links to campaigns begin with, without a slash at the end: <c>Gateway:PublicUrl</c>; null is where the gateway listens.</summary>
    public required string? PublicUrl { get; init; }

    /// <summary>Where backups go, an absolute directory: <c>Backup:Path</c>; null: none are made.</summary>
    public required string? BackupPath { get; init; }

    public static GatewayOptions Read(IConfiguration configuration, string contentRoot, StartProblems problems) => new()
    {
        Mode = ReadMode(configuration["Gateway:Mode"], problems),
        Drain = ReadDrain(configuration, problems),
        HasNoOp = ReadSwitch("Bench:NoOp", configuration["Bench:NoOp"], problems),
        PublicUrl = ReadUrl("Gateway:PublicUrl", configuration["Gateway:PublicUrl"], problems),
        BackupPath = configuration["Backup:Path"] is { Length: > 0 } path ? Path.GetFullPath(path, contentRoot) : null,
        DemoCampaigns = ReadDirectory("Demo:Campaigns", configuration["Demo:Campaigns"], contentRoot, problems),
    };

    private static GatewayMode ReadMode(string? text, StartProblems problems)
    {
        if (text is null or "")
            return GatewayMode.Embedded;
        foreach (var mode in Enum.GetValues<GatewayMode>())
        {
            if (text.Equals(mode.ToString(), StringComparison.OrdinalIgnoreCase))
                return mode;
        }

        problems.Add($"Gateway:Mode is \"{text}\". Use Embedded (a silo in the process) or Client (the silos of a cluster).");
        return GatewayMode.Embedded;
    }

    private static TimeSpan ReadDrain(IConfiguration configuration, StartProblems problems)
    {
        if (configuration["Gateway:DrainSeconds"] is not { Length: > 0 } text)
            return TimeSpan.FromSeconds(ClusteringOptions.IsClusterIn(configuration) ? DrainSecondsInCluster : 0);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > MaxDrainSeconds)
            problems.Add($"Gateway:DrainSeconds is \"{text}\". Write a number of seconds from 0 to {MaxDrainSeconds}.");
        return TimeSpan.FromSeconds(seconds);
    }

    private static string? ReadUrl(string name, string? text, StartProblems problems)
    {
        if (text is null or "")
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length + url.Fragment.Length > 0)
            problems.Add($"{name} is \"{text}\". Write an address as in https://campaigns.example.com.");
        return text.TrimEnd('/');
    }

    private static bool ReadSwitch(string name, string? text, StartProblems problems)
    {
        if (text is null or "")
            return false;
        if (!bool.TryParse(text, out var value))
            problems.Add($"{name} is \"{text}\". Use true or false.");
        return value;
    }

    private static string? ReadDirectory(string name, string? text, string contentRoot, StartProblems problems)
    {
        if (text is null or "")
            return null;

        var path = Path.GetFullPath(text, contentRoot);
        if (!Directory.Exists(path))
            problems.Add($"{name} names {path}, which is not a directory. Create it, or leave {name} out.");
        return path;
    }
}
