using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>What attributes say about a member or a type.</summary>
internal static class SchemaMembers
{
    public static void Write(JsonObject schema, JsonPropertyInfo member)
    {
        var attributes = member.AttributeProvider?.GetCustomAttributes(inherit: true) ?? [];
        foreach (var attribute in attributes)
            Write(schema, attribute);
        // Times in answers are texts made by WireTime; their members all end so, and no others do.
        if (member.PropertyType == typeof(string) && member.Name.EndsWith("At", StringComparison.Ordinal))
            schema["format"] = "date-time";
        if (IsLeftOutWhenNull(member))
            SchemaNulls.Remove(schema);
    }

    /// <summary>A member that is left out when it is null is not required, and never null.</summary>
    public static void WriteRequired(JsonObject schema, JsonTypeInfo type)
    {
        if (schema["required"] is not JsonArray required)
            return;

        foreach (var member in type.Properties.Where(IsLeftOutWhenNull))
            required.Remove(required.FirstOrDefault(name => name!.GetValue<string>() == member.Name));
        if (required.Count == 0)
            schema.Remove("required");
    }

    public static void WriteDescription(JsonObject schema, ICustomAttributeProvider target)
    {
        if (target.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false) is [DescriptionAttribute text])
            schema["description"] = text.Description;
    }

    private static void Write(JsonObject schema, object attribute)
    {
        switch (attribute)
        {
            case DescriptionAttribute text:
                schema["description"] = text.Description;
                break;
            case StringLengthAttribute length:
                if (length.MinimumLength > 0)
                    schema["minLength"] = length.MinimumLength;
                schema["maxLength"] = length.MaximumLength;
                break;
            case RangeAttribute range:
                schema["minimum"] = JsonNode.Parse(Convert.ToString(range.Minimum)!);
                schema["maximum"] = JsonNode.Parse(Convert.ToString(range.Maximum)!);
                break;
            case RegularExpressionAttribute pattern:
                schema["pattern"] = pattern.Pattern;
                break;
            case AllowedValuesAttribute values:
                schema["enum"] = new JsonArray([.. values.Values.Select(value => JsonValue.Create((string?)value))]);
                break;
        }
    }

    private static bool IsLeftOutWhenNull(JsonPropertyInfo member) =>
        member.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true)
            is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }];
}
