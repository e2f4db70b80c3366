using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>Changes of one value somewhere in a body of JSON.</summary>
internal static class JsonMutations
{
    /// <summary>Stands where text comes that a tree could not hold.</summary>
    private const string Hole = "@@hole@@";

    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    private static readonly int[] s_depths = [2, 31, 63, 64, 65, 1000, 50_000];

    private static readonly int[] s_lengths = [33, 64, 65, 128, 129, 255, 256, 257, 1000, 1001, 4097, 100_000, 250_000];

    private static readonly int[] s_counts = [0, 1, 2, 21, 100, 101, 500, 501, 1000, 10_001];

    /// <returns>Null when the body is no JSON, or none that a tree could hold.</returns>
    public static byte[]? Apply(byte[] body, Dice dice)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: s_strict) is { } root ? Changed(root, dice) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[] Changed(JsonNode root, Dice dice)
    {
        var all = Descendants(root).ToList();
        if (all.Count == 0)
            return Encoding.UTF8.GetBytes(dice.Of(Odd.Values));
        var chosen = dice.Of(all);
        var text = chosen.ToJsonString();
        var owner = chosen.Parent as JsonObject;
        var name = owner is null ? null : chosen.GetPropertyName();
        var replacement = Replacement(text, name, dice);
        if (replacement is null && owner is not null)
            owner.Remove(name!);
        else
            chosen.ReplaceWith(Hole);
        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace($"\"{Hole}\"", replacement ?? "null", StringComparison.Ordinal));
    }

    /// <summary>What comes instead of the value; null when the member goes.</summary>
    private static string? Replacement(string text, string? name, Dice dice) => dice.Below(9) switch
    {
        0 or 1 or 2 => dice.Of(Odd.Values),
        3 => null,
        4 => name is null ? $"{text},{text}" : $"{text},\"{name}\":{(dice.OneIn(2) ? text : dice.Of(Odd.Values))}",
        5 => name is null ? $"[{text}]" : $"{text},\"unknown{dice.Below(10)}\":{dice.Of(Odd.Values)}",
        6 => Nested(dice.Of(s_depths), dice.OneIn(2)),
        7 => $"\"{string.Concat(Enumerable.Repeat(dice.Of(["x", "é", "😀", "\\u0001", "\\ud83d\\ude00"]), dice.Of(s_lengths) / 4))}\"",
        _ => Repeated(text, dice.Of(s_counts)),
    };

    private static string Nested(int depth, bool isObject) => isObject
        ? string.Concat(Enumerable.Repeat("{\"a\":", Math.Min(depth, 10_000))) + "1" + new string('}', Math.Min(depth, 10_000))
        : new string('[', depth) + new string(']', depth);

    /// <summary>As often as fits into the largest body.</summary>
    private static string Repeated(string text, int count) =>
        $"[{string.Join(',', Enumerable.Repeat(text, Math.Min(count, 250_000 / (text.Length + 1))))}]";

    private static IEnumerable<JsonNode> Descendants(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(WithSelf),
        JsonArray items => items.OfType<JsonNode>().SelectMany(WithSelf),
        _ => [],
    };

    private static IEnumerable<JsonNode> WithSelf(JsonNode node) => Descendants(node).Prepend(node);
}
