using System.Text.Json;
using Json.Schema;

namespace CampaignEngine.Domain.Tests.Campaigns.Schema;

/// <summary><c>schemas/campaign.json</c>, as any validator of JSON Schema understands it.</summary>
internal static class CampaignSchema
{
    public static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "campaign.json"));

    private static readonly JsonSchema Compiled = JsonSchema.FromText(Text);

    public static bool Accepts(string document)
    {
        using var json = JsonDocument.Parse(document);
        return Compiled.Evaluate(json.RootElement).IsValid;
    }

    /// <summary>Every member that the schema names, as a path such as <c>points.rules[].perUnit.max</c>.</summary>
    public static IReadOnlyList<string> Members()
    {
        using var schema = JsonDocument.Parse(Text);
        var members = new List<string>();
        Collect(schema.RootElement, schema.RootElement, "", members);
        return members;
    }

    private static void Collect(JsonElement root, JsonElement schema, string path, List<string> members)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            Collect(root, root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), path, members);
        if (schema.TryGetProperty("items", out var items))
            Collect(root, items, $"{path}[]", members);
        if (!schema.TryGetProperty("properties", out var properties))
            return;
        foreach (var property in properties.EnumerateObject())
        {
            var name = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            members.Add(name);
            Collect(root, property.Value, name, members);
        }
    }
}
