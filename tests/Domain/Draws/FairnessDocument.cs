using System.Runtime.CompilerServices;

namespace CampaignEngine.Domain.Tests.Draws;

/// <summary>The test vectors of docs/fairness.md: lines <c>name = value</c> in its blocks marked <c>vectors</c>.</summary>
internal static class FairnessDocument
{
    private static readonly IReadOnlyList<KeyValuePair<string, string>> s_vectors = [.. Read()];

    public static string Get(string name) => Assert.Single(s_vectors, vector => vector.Key == name).Value;

    /// <summary>The vectors whose names begin so, without that beginning.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All(string prefix)
    {
        List<KeyValuePair<string, string>> found =
            [.. s_vectors.Where(vector => vector.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(vector => KeyValuePair.Create(vector.Key[prefix.Length..], vector.Value))];
        Assert.NotEmpty(found);
        return found;
    }

    private static IEnumerable<KeyValuePair<string, string>> Read([CallerFilePath] string here = "")
    {
        var document = Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/fairness.md");
        var isVector = false;
        foreach (var line in File.ReadLines(document))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isVector = line == "```vectors";
            else if (isVector && line.Split(" = ", 2) is [var name, var value])
                yield return KeyValuePair.Create(name, value);
        }
    }
}
