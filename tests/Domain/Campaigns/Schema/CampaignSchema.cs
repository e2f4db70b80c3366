using System.Text.Json;
using Json.Schema;

namespace CampaignEngine.Domain.Tests.Campaigns.Schema;

/// <summary><c>schemas/campaign.json</c>, as any validator of JSON Schema understands it.</summary>
internal static class CampaignSchema
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "campaign.json"));

    private static readonly JsonSchema Compiled = JsonSchema.FromText(Text);

    private static readonly JsonElement Root = JsonDocument.Parse(Text).RootElement;

    /// <summary>Members by path, such as <c>points.rules[].perUnit.max</c>, with the upper bound of each that has one.</summary>
    public static IReadOnlyDictionary<string, long?> Members { get; } = Collect(Root, "").ToDictionary();

    public static bool Accepts(string document)
    {
        using var json = JsonDocument.Parse(document);
        return Compiled.Evaluate(json.RootElement).IsValid;
    }

    private static IEnumerable<KeyValuePair<string, long?>> Collect(JsonElement schema, string path)
    {
        foreach (var part in Parts(schema))
        {
            if (part.TryGetProperty("items", out var items))
            {
                foreach (var member in Collect(items, $"{path}[]"))
                    yield return member;
            }

            if (!part.TryGetProperty("properties", out var properties))
                continue;
            foreach (var property in properties.EnumerateObject())
            {
                var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                yield return new(name, UpperBound(property.Value));
                foreach (var member in Collect(property.Value, name))
                    yield return member;
            }
        }
    }

    private static long? UpperBound(JsonElement schema)
    {
        long? least = null;
        foreach (var part in Parts(schema))
        {
            foreach (var keyword in (string[])["maximum", "maxItems", "maxLength"])
            {
                if (part.TryGetProperty(keyword, out var bound))
                    least = Math.Min(least ?? long.MaxValue, bound.GetInt64());
            }
        }

        return least;
    }

    /// <summary>The schema, and what it refers to.</summary>
    private static IEnumerable<JsonElement> Parts(JsonElement schema)
    {
        yield return schema;
        if (schema.TryGetProperty("$ref", out var reference))
        {
            foreach (var part in Parts(Root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..])))
                yield return part;
        }

        // What may be null besides.
        if (schema.TryGetProperty("anyOf", out var choices) && choices.EnumerateArray().All(choice => !choice.TryGetProperty("required", out _)))
        {
            foreach (var part in choices.EnumerateArray().SelectMany(Parts))
                yield return part;
        }
    }
}
