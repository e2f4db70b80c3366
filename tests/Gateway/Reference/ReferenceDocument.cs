using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Reference;
using Json.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>The document, and what its schemas say of a value.</summary>
internal static class ReferenceDocument
{
    private static readonly EvaluationOptions Evaluation = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private static readonly ConcurrentDictionary<string, JsonSchema> Compiled = new();

    public static string Text { get; } = Encoding.UTF8.GetString(
        DescribedRoutes.Services.GetRequiredService<Gateway.Reference.OpenApi.ReferenceDocument>().ReadAsync().GetAwaiter().GetResult());

    public static JsonObject Json { get; } = JsonNode.Parse(Text)!.AsObject();

    public static JsonNode OperationOf(DescribedRoute route) => Json["paths"]![route.Path]![route.Method.ToLowerInvariant()]!;

    public static JsonObject RequestOf(DescribedRoute route, string mediaType) =>
        OperationOf(route)["requestBody"]!["content"]![mediaType]!.AsObject();

    public static JsonObject ResponseOf(DescribedRoute route, int status, string mediaType) =>
        OperationOf(route)["responses"]![$"{status}"]!["content"]![mediaType]!.AsObject();

    /// <summary>What a reference leads to; anything else is itself.</summary>
    public static JsonNode Resolve(JsonNode node) => node["$ref"] is { } reference
        ? reference.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode)Json, (place, name) => place[name]!)
        : node;

    /// <summary>What a value does wrong by a schema of the document; empty when nothing.</summary>
    public static IReadOnlyList<string> Violations(JsonNode schema, string value)
    {
        var compiled = Compiled.GetOrAdd(schema.ToJsonString(), Compile);
        using var document = JsonDocument.Parse(value);
        var results = compiled.Evaluate(document.RootElement, Evaluation);
        return results.IsValid ? [] :
        [
            .. (results.Details ?? []).Append(results).SelectMany(detail =>
                (detail.Errors ?? new Dictionary<string, string>()).Select(error => $"{detail.InstanceLocation}: {error.Value}")),
            "does not fit the schema",
        ];
    }

    private static JsonSchema Compile(string schema)
    {
        var whole = new JsonObject { ["$defs"] = Json["components"]!["schemas"]!.DeepClone(), ["allOf"] = new JsonArray(JsonNode.Parse(schema)) };
        return JsonSchema.FromText(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }
}
