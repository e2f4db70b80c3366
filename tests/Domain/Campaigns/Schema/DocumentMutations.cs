using System.Text.Json;
using System.Text.Json.Nodes;

namespace CampaignEngine.Domain.Tests.Campaigns.Schema;

/// <summary>
/// A valid document with one thing changed, member by member: each taken out, and each set to every one of
/// <see cref="Values"/>, which hold every type and both sides of every bound, and arrays of every length about a bound.
/// </summary>
internal static class DocumentMutations
{
    private static readonly string[] Periods = ["day", "week", "month", "campaign"];

    private static readonly string[] Values =
    [
        "null", "true", "false", "{}", "[]", "[[]]", "[{}]", "[null]", "[1]", "[\"a\"]", "[\"a\",\"a\"]", "{\"a\":1}",
        "-1", "0", "-0", "0.0", "0.5", "1", "1.0", "1.5", "1e0", "2", "20", "21", "50", "51", "100", "509", "510",
        "3660", "3661", "1e6", "1000000", "1000001", "1e7", "10000001", "31536000", "31536001",
        "1e9", "1000000000", "1000000001", "4294967297", "9223372036854775808",
        "1e-18", "9e-19", "0.999999", "1.000001",
        "\"\"", "\" \"", "\"a\"", "\"A\"", "\"-a\"", "\"a-_1\"", "\"a\\nb\"", "\"\\u0000\"", "\"\\u0085\"", "\"\\ufeff\"",
        "\"day\"", "\"campaign\"", "\"Day\"", "\"odds\"", "\"deck\"", "\"moments\"", "\"reject\"", "\"floor\"", "\"cardFlip\"",
        "\"eq\"", "\"lt\"", "\"in\"", "\"startsWith\"", "\"exists\"",
        "\"metadata.a\"", "\"metadata.a.b\"", "\"metadata.\"", "\"metadata.a..b\"", "\"amount\"",
        "\"#0a7\"", "\"#00aa77\"", "\"#0a7f\"", "\"red\"",
        "\"https://example.com\"", "\"https://a b\"", "\"http://example.com\"",
        "\"2026-07-01T00:00:00Z\"", "\"2026-07-01t00:00:00.5\"", "\"2026-07-01T00:00:00.123456789+14:00\"", "\"2026-02-30T00:00:00Z\"",
        "\"2026-07-01\"", "\"2026-07-01T24:00:00Z\"", "\"2026-07-01T00:00:60Z\"", "\"1999-12-31T23:59:59Z\"", "\"2201-01-01T00:00:00Z\"",
        "\"UTC\"", "\"Europe/Berlin\"", "\"europe/berlin\"", "\"Mars/Olympus\"",
        Text("a", 64), Text("a", 65), Text("a", 100), Text("a", 101), Text("a", 128), Text("a", 129),
        Text("a", 200), Text("a", 201), Text("a", 500), Text("a", 501), Text("😀", 100), Text("😀", 200),
        "\"metadata." + new string('a', 64) + "\"", "\"metadata." + new string('a', 65) + "\"",
        "\"metadata" + string.Concat(Enumerable.Repeat(".a", 16)) + "\"", "\"metadata" + string.Concat(Enumerable.Repeat(".a", 17)) + "\"",
        List("0", 100), List("0", 101), List("\"a\"", 4), List("null", 20),
    ];

    /// <param name="under">The pointer of the part that is changed; empty for all of it.</param>
    public static IEnumerable<string> Of(string document, string under)
    {
        using var json = JsonDocument.Parse(document);
        foreach (var (pointer, element, isMember) in Nodes("", json.RootElement, isMember: false).ToList())
        {
            if (!pointer.StartsWith(under, StringComparison.Ordinal))
                continue;
            // Cut once, because writing thousands of whole documents takes longer than reading them.
            const string Here = "\"@value@\"";
            var (before, after) = Documents.With(document, pointer, Here).Split(Here) is [var first, var second] ? (first, second) : ("", "");
            foreach (var value in Values.Concat(Variations(element)))
                yield return before + value + after;
            if (isMember)
                yield return Documents.With(document, pointer, null);
        }
    }

    /// <summary>A member that nobody knows; arrays with an item twice, and of every length about a bound.</summary>
    private static IEnumerable<string> Variations(JsonElement element)
    {
        var text = element.GetRawText();
        if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0)
        {
            yield return $"[{element[0].GetRawText()},{text[1..]}";
            foreach (var length in (int[])[4, 5, 20, 21, 50, 51, 100, 101])
                yield return $"[{string.Join(',', Enumerable.Range(0, length).Select(index => Another(element[0], index)))}]";
        }

        if (element.ValueKind == JsonValueKind.Object)
            yield return $"{{\"x\":null,{text[1..]}";
    }

    private static IEnumerable<(string Pointer, JsonElement Element, bool IsMember)> Nodes(string pointer, JsonElement element, bool isMember)
    {
        yield return (pointer, element, isMember);
        var children = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Nodes($"{pointer}/{member.Name}", member.Value, isMember: true)),
            JsonValueKind.Array => element.EnumerateArray().Index().SelectMany(item => Nodes($"{pointer}/{item.Index}", item.Item, isMember: false)),
            _ => [],
        };
        foreach (var child in children)
            yield return child;
    }

    /// <summary>An item like that one, but with another value wherever two items may not have the same.</summary>
    private static string Another(JsonElement item, int index)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return $"\"t{index}\"";
        var another = JsonNode.Parse(item.GetRawText())!.AsObject();
        Set("id", $"i{index}");
        Set("name", $"n{index}");
        Set("days", index + 1);
        Set("per", Periods[index % Periods.Length]);
        if (another.ContainsKey("bonusPoints"))
            Set("points", index + 1);
        // Sums stay within their bounds.
        Set("odds", 0.0001m);
        Set("quantity", 1);
        return another.ToJsonString();

        void Set(string name, JsonNode value)
        {
            if (another.ContainsKey(name))
                another[name] = value;
        }
    }

    private static string Text(string letter, int times) => $"\"{string.Concat(Enumerable.Repeat(letter, times))}\"";

    private static string List(string item, int times) => $"[{string.Join(',', Enumerable.Repeat(item, times))}]";
}
