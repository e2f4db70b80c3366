namespace CampaignEngine.Domain.Tests.Campaigns.Schema;

/// <summary><c>docs/campaigns.md</c>.</summary>
internal static class CampaignDocs
{
    public static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "campaigns.md"));

    /// <summary>The whole row of each member, by the path in its first cell.</summary>
    public static IReadOnlyDictionary<string, string> Members { get; } =
        Rows("Member").ToDictionary(row => row.Split('`')[1], StringComparer.Ordinal);

    /// <summary>The first cells of the differences between schema and reader.</summary>
    public static IReadOnlyList<string> Differences { get; } =
        [.. Rows("The schema takes").Select(row => row.Split('|')[1].Trim())];

    /// <summary>The document at the top.</summary>
    public static string Example { get; } = Text.Split("```json")[1].Split("```")[0];

    /// <summary>The rows of all tables whose first column has that header.</summary>
    private static IEnumerable<string> Rows(string header)
    {
        var inside = false;
        foreach (var line in Text.Split('\n'))
        {
            inside = line.StartsWith($"| {header} |", StringComparison.Ordinal) || (inside && line.StartsWith('|'));
            if (inside && !line.StartsWith($"| {header} |", StringComparison.Ordinal) && !line.StartsWith("|---", StringComparison.Ordinal))
                yield return line;
        }
    }
}
