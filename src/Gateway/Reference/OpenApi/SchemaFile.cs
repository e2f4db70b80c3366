using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Answers;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>A JSON Schema that is written by hand, as components of the document.</summary>
internal static class SchemaFile
{
    private const string Definitions = "#/$defs/";

    /// <summary>Its definitions become components beside it: <c>CampaignDefinition.rule</c>.</summary>
    /// <returns>A reference to it.</returns>
    public static JsonNode Add(IDictionary<string, JsonNode> schemas, string name, string file)
    {
        var text = System.Text.Encoding.UTF8.GetString(EmbeddedFile.Read(file))
            .Replace(Definitions, $"#/components/schemas/{name}.", StringComparison.Ordinal);
        var schema = JsonNode.Parse(text)!.AsObject();
        schema.Remove("$schema");
        if (schema["$defs"] is JsonObject definitions)
        {
            schema.Remove("$defs");
            foreach (var (part, definition) in definitions)
                schemas[$"{name}.{part}"] = definition!.DeepClone();
        }

        schemas[name] = schema;
        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }
}
