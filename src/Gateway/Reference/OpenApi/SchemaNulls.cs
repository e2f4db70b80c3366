using System.Text.Json.Nodes;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>Whether a schema takes null: as a type, or as one of several schemas.</summary>
internal static class SchemaNulls
{
    /// <returns>Whether null was allowed.</returns>
    public static bool Remove(JsonObject schema)
    {
        if (schema["type"] is JsonArray types && types.FirstOrDefault(type => type!.GetValue<string>() == "null") is { } nothing)
        {
            types.Remove(nothing);
            if (types.Count == 1)
                schema["type"] = types[0]!.DeepClone();
            return true;
        }

        if (schema["enum"] is JsonArray values && values.Contains(null))
            return values.Remove(null);

        if (schema["anyOf"] is not (JsonArray and [JsonObject reference, _]))
            return false;
        schema.Remove("anyOf");
        schema["$ref"] = reference["$ref"]!.DeepClone();
        return true;
    }
}
