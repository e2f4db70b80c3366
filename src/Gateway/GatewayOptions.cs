using CampaignEngine.Hosting.Starting;

namespace CampaignEngine.Gateway;

/// <summary>What the gateway itself can be told.</summary>
public sealed class GatewayOptions
{
    /// <summary>Whether <c>POST /bench/noop</c> is there: <c>Bench:NoOp</c>, false unless set.</summary>
    public required bool HasNoOp { get; init; }

    /// <summary>A directory of <c>&lt;slug&gt;.json</c> definitions for the demo app: <c>Demo:Campaigns</c>.</summary>
    public required string? DemoCampaigns { get; init; }

    public static GatewayOptions Read(IConfiguration configuration, string contentRoot, StartProblems problems)
    {
        CheckMode(configuration["Gateway:Mode"], problems);
        return new GatewayOptions
        {
            HasNoOp = ReadSwitch("Bench:NoOp", configuration["Bench:NoOp"], problems),
            DemoCampaigns = ReadDirectory("Demo:Campaigns", configuration["Demo:Campaigns"], contentRoot, problems),
        };
    }

    private static void CheckMode(string? mode, StartProblems problems)
    {
        if (mode is not (null or "Embedded"))
            problems.Add($"Gateway:Mode is \"{mode}\". Client comes with the cluster, which is not there yet; use Embedded, or leave it out.");
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
