using System.Text.Json.Nodes;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>How large a number is, which JSON Schema itself does not say.</summary>
internal static class SchemaFormats
{
    public static void Write(JsonObject schema, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(long))
            schema["format"] = "int64";
        else if (plain == typeof(int))
            schema["format"] = "int32";
        else if (plain == typeof(double))
            schema["format"] = "double";
    }
}
