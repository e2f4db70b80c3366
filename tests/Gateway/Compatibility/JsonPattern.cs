using System.Text.Json;
using System.Text.RegularExpressions;

namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>
/// JSON that says what a value must be. Members must be the first of an object's, in this order: ours may follow. A list
/// of one pattern is a list of at least one such item, any other is meant as it is written. A text in angle brackets is a kind of value
/// (<c>&lt;integer&gt;</c>), one between slashes a regular expression.
/// </summary>
internal static class JsonPattern
{
    /// <summary>What is different; null when nothing is.</summary>
    public static string? Difference(string pattern, JsonElement actual)
    {
        using var document = JsonDocument.Parse(pattern);
        return Difference(document.RootElement, actual, "");
    }

    private static string? Difference(JsonElement pattern, JsonElement actual, string place) => pattern.ValueKind switch
    {
        JsonValueKind.Object => actual.ValueKind == JsonValueKind.Object ? OfObject(pattern, actual, place) : Unlike(pattern, actual, place),
        JsonValueKind.Array => actual.ValueKind == JsonValueKind.Array ? OfList(pattern, actual, place) : Unlike(pattern, actual, place),
        JsonValueKind.String => IsLike(pattern.GetString()!, actual) ? null : Unlike(pattern, actual, place),
        _ => pattern.GetRawText() == actual.GetRawText() ? null : Unlike(pattern, actual, place),
    };

    private static string? OfObject(JsonElement pattern, JsonElement actual, string place)
    {
        var expected = pattern.EnumerateObject().ToList();
        var members = actual.EnumerateObject().Take(expected.Count).ToList();
        var names = (string.Join(", ", expected.Select(member => member.Name)), string.Join(", ", members.Select(member => member.Name)));
        return names.Item1 != names.Item2
            ? $"{place}: the first members are {names.Item2}, not {names.Item1}"
            : expected.Zip(members).Select(pair => Difference(pair.First.Value, pair.Second.Value, $"{place}/{pair.First.Name}")).FirstOrDefault(found => found is not null);
    }

    private static string? OfList(JsonElement pattern, JsonElement actual, string place)
    {
        var (expected, items) = (pattern.EnumerateArray().ToList(), actual.EnumerateArray().ToList());
        if (expected.Count == 1 && items.Count > 1)
            expected = [.. Enumerable.Repeat(expected[0], items.Count)];
        return expected.Count != items.Count
            ? Unlike(pattern, actual, place)
            : expected.Zip(items).Select((pair, index) => Difference(pair.First, pair.Second, $"{place}/{index}")).FirstOrDefault(found => found is not null);
    }

    private static bool IsLike(string pattern, JsonElement actual) => pattern switch
    {
        "<integer>" => actual.ValueKind == JsonValueKind.Number && actual.TryGetInt64(out _),
        "<boolean>" => actual.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "<text>" => actual.ValueKind == JsonValueKind.String,
        "<uuid>" => actual.ValueKind == JsonValueKind.String && Guid.TryParseExact(actual.GetString(), "D", out _),
        "<time>" => IsLike("/^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$/", actual),
        ['<', .., '>'] => throw new ArgumentException($"Unknown kind {pattern}."),
        ['/', .. var expression, '/'] => actual.ValueKind == JsonValueKind.String && Regex.IsMatch(actual.GetString()!, expression),
        _ => actual.ValueKind == JsonValueKind.String && actual.GetString() == pattern,
    };

    private static string Unlike(JsonElement pattern, JsonElement actual, string place) => $"{place}: {actual.GetRawText()} is not {pattern.GetRawText()}";
}
