using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using CampaignEngine.Gateway.Answers;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>JSON Schemas of the types that go over the wire, each under its name in the document's components.</summary>
internal sealed class SchemaComponents
{
    private static readonly JsonSerializerOptions Json = new(GatewayJson.Default.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly SortedDictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Type> _types = [];

    /// <returns>A reference to the type's component, or the schema of something simpler.</returns>
    public JsonNode Add(ApiBody body) => AddRequest(body, isClosed: false);

    /// <param name="isClosed">Members that are not named are refused.</param>
    public JsonNode AddRequest(ApiBody body, bool isClosed) => body switch
    {
        { OtherType: { } other, Type: { } type } => new JsonObject { ["anyOf"] = new JsonArray(Add(type, isClosed), Add(other, isClosed)) },
        { Type: { } type } => Add(type, isClosed),
        { Schema: var (name, file) } => SchemaFile.Add(_schemas, name, file),
        _ => new JsonObject { ["type"] = "string" },
    };

    public JsonObject ToJson() => new(_schemas.Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)schema.Value.DeepClone())));

    private JsonNode Add(Type type, bool isClosed) => Json.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => Transform(context, node, isClosed),
    });

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, bool isClosed)
    {
        // What stands in an answer as it was sent, or was written elsewhere, is an object.
        var schema = context.TypeInfo.Type == typeof(RawJson) ? new JsonObject { ["type"] = "object" } : node as JsonObject;
        if (schema is null)
            return node;

        // An absent optional member is enough said; "default": null in each would say it twice.
        if (schema.TryGetPropertyValue("default", out var value) && value is null)
            schema.Remove("default");
        SchemaFormats.Write(schema, context.TypeInfo.Type);
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && schema.ContainsKey("type"))
            schema = Refer(context.TypeInfo, schema, isClosed);
        if (context.PropertyInfo is { } member)
            SchemaMembers.Write(schema, member);
        return schema;
    }

    /// <summary>Moves an object's schema to the components and leaves a reference.</summary>
    private JsonObject Refer(JsonTypeInfo type, JsonObject schema, bool isClosed)
    {
        var name = NameOf(type.Type);
        if (_types.TryGetValue(name, out var other) && other != type.Type)
            throw new InvalidOperationException($"{type.Type} and {other} would have the same name in the document.");

        var isNullable = SchemaNulls.Remove(schema);
        SchemaMembers.WriteRequired(schema, type);
        if (isClosed)
            schema["additionalProperties"] = false;
        SchemaMembers.WriteDescription(schema, type.Type);
        _types[name] = type.Type;
        _schemas[name] = schema;

        var reference = new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
        return isNullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`')]}Of{string.Concat(type.GetGenericArguments().Select(NameOf))}"
        : type.Name;
}
