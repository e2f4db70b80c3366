using System.Text.Json.Nodes;

namespace CampaignEngine.Gateway.Reference.Docs;

/// <summary>A schema in a few words.</summary>
internal static class SchemaText
{
    /// <summary>Such as <c>integer or null</c>, <c>list of objects</c>.</summary>
    public static string TypeOf(JsonNode schema, JsonObject document)
    {
        if (schema["anyOf"] is JsonArray choices)
            return string.Join(" or ", choices.Select(choice => TypeOf(choice!, document)));

        var plain = Resolve(schema, document);
        if (plain["const"] is { } constant)
            return constant.ToJsonString();
        if (plain["enum"] is JsonArray values)
            return string.Join(" or ", values.Select(value => value?.ToJsonString() ?? "null"));
        var type = plain["type"] switch
        {
            JsonArray types => string.Join(" or ", types.Select(one => one!.GetValue<string>())),
            { } one => one.GetValue<string>(),
            null => "anything",
        };
        if (plain["items"] is { } items)
            type = type.Replace("array", "list of " + TypeOf(items, document), StringComparison.Ordinal);
        return plain["format"] is { } format ? $"{type} ({format})" : type;
    }

    /// <summary>What a list holds, or what may be null; else the schema itself.</summary>
    public static JsonNode InnermostOf(JsonNode schema) => schema switch
    {
        JsonObject when schema["items"] is { } items => InnermostOf(items),
        JsonObject when schema["anyOf"] is JsonArray and [{ } first, ..] => first,
        _ => schema,
    };

    public static JsonObject Resolve(JsonNode schema, JsonObject document)
    {
        if (schema is not JsonObject plain)
            return [];
        return plain["$ref"] is { } reference
            ? document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject()
            : plain;
    }
}
