using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CampaignEngine.Gateway.Answers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>What the framework does not read from a type: members that are left out, lists of values, our own forms of JSON.</summary>
internal sealed class SchemaDetails : IOpenApiSchemaTransformer
{
    private static readonly ConcurrentDictionary<string, Type> Named = [];

    /// <summary>A type's name in the document; none for what may hold anything.</summary>
    /// <exception cref="InvalidOperationException">Another type has the name, and the framework would take one for the other.</exception>
    public static string? NameOf(JsonTypeInfo type)
    {
        if (type.Type == typeof(RawJson) || type.Type == typeof(JsonObject) || OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not { } name)
            return null;

        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        var first = Named.GetOrAdd(name, plain);
        return first == plain ? name : throw new InvalidOperationException($"{plain} and {first} would have the same name in the document.");
    }

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo;
        // What stands in an answer as it was sent, or was written elsewhere, is an object.
        if (type.Type == typeof(RawJson))
            schema.Type = JsonSchemaType.Object;
        if (context.JsonPropertyInfo is { } member)
            Complete(schema, member);
        if (type.Kind == JsonTypeInfoKind.Object)
            Complete(schema, type, isClosed: context.ParameterDescription is RequestDescription { IsClosed: true });
        return Task.CompletedTask;
    }

    private static void Complete(OpenApiSchema schema, JsonTypeInfo type, bool isClosed)
    {
        if (isClosed)
            schema.AdditionalPropertiesAllowed = false;
        schema.Description ??= type.Type.GetCustomAttribute<DescriptionAttribute>()?.Description;
        foreach (var member in type.Properties.Where(IsLeftOutWhenNull))
            schema.Required?.Remove(member.Name);
    }

    private static void Complete(OpenApiSchema schema, JsonPropertyInfo member)
    {
        if (Find<AllowedValuesAttribute>(member) is { } allowed)
            schema.Enum = [.. allowed.Values.Select(value => JsonValue.Create((string?)value)!)];
        // Times in answers are texts made by WireTime; their members all end so, and no others do.
        if (member.PropertyType == typeof(string) && member.Name.EndsWith("At", StringComparison.Ordinal))
            schema.Format = "date-time";
        if (schema.MinLength == 0)
            schema.MinLength = null;
        if (IsLeftOutWhenNull(member))
        {
            schema.Type &= ~JsonSchemaType.Null;
            schema.Metadata?.Remove("x-is-nullable-property");
        }
    }

    private static bool IsLeftOutWhenNull(JsonPropertyInfo member) =>
        Find<JsonIgnoreAttribute>(member) is { Condition: JsonIgnoreCondition.WhenWritingNull };

    private static T? Find<T>(JsonPropertyInfo member) where T : Attribute =>
        member.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true) is [T found, ..] ? found : null;
}
