using System.Text;
using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Answers;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>JSON Schemas that are written by hand.</summary>
internal static class SchemaFile
{
    private const string Definitions = "#/$defs/";

    public static OpenApiSchema Parse(string json, OpenApiDocument document) =>
        OpenApiModelFactory.Parse<OpenApiSchema>(json, OpenApiSpecVersion.OpenApi3_1, document, out var found) is { } schema && found.Errors.Count == 0
            ? schema
            : throw new InvalidOperationException($"{json} is no schema.");

    /// <summary>Adds a file as components; its definitions become components beside it: <c>CampaignDefinition.rule</c>.</summary>
    public static void Add(OpenApiDocument document, string name, string file)
    {
        var text = Encoding.UTF8.GetString(EmbeddedFile.Read(file)).Replace(Definitions, $"#/components/schemas/{name}.", StringComparison.Ordinal);
        var schema = JsonNode.Parse(text)!.AsObject();
        var components = new JsonObject { [name] = schema };
        foreach (var (part, definition) in schema["$defs"]?.AsObject() ?? [])
            components[$"{name}.{part}"] = definition!.DeepClone();
        schema.Remove("$defs");
        schema.Remove("$schema");

        // Read as a document of their own, in which they find one another.
        var carrier = new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = name, ["version"] = "1" },
            ["components"] = new JsonObject { ["schemas"] = components },
        };
        foreach (var (part, component) in OpenApiDocument.Parse(carrier.ToJsonString(), OpenApiConstants.Json).Document!.Components!.Schemas!)
            document.AddComponent(part, component);
    }
}
