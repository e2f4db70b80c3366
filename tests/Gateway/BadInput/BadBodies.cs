using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Tests.Reference;

namespace CampaignEngine.Gateway.Tests.BadInput;

/// <summary>Bodies that break one thing each that a schema of the document demands.</summary>
internal static class BadBodies
{
    /// <param name="schema">Of an object, or a reference to one.</param>
    /// <param name="good">A body that fits.</param>
    public static IEnumerable<(string What, JsonObject Body)> Of(JsonNode schema, JsonObject good)
    {
        var plain = ReferenceDocument.Resolve(schema);
        var required = plain["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToHashSet() ?? [];
        foreach (var (name, member) in plain["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name))
            {
                yield return ($"{name} is missing", Without(good, name));
                yield return ($"{name} is null", With(good, name, null));
            }

            var meant = NotNull(member!);
            foreach (var (what, value) in WrongValues(meant))
                yield return ($"{name} {what}", With(good, name, value));
            if (good[name] is JsonObject inner && meant["properties"] is not null)
            {
                foreach (var (what, value) in Of(meant, inner))
                    yield return ($"{name}/{what}", With(good, name, value));
            }
        }

        if (plain["additionalProperties"]?.GetValue<bool>() == false)
            yield return ("has a member that nobody knows", With(good, "surprise", 1));
    }

    private static IEnumerable<(string What, JsonNode Value)> WrongValues(JsonNode schema)
    {
        foreach (var (what, value) in WrongTypes(schema))
            yield return ($"is {what}", value);
        if (schema["minLength"]?.GetValue<int>() > 0)
            yield return ("is empty", "");
        if (schema["maxLength"] is { } longest)
            yield return ("is too long", new string('x', longest.GetValue<int>() + 1));
        if (schema["minimum"] is { } least)
            yield return ("is too small", (long)least.GetValue<double>() - 1);
        if (schema["maximum"] is { } most)
            yield return ("is too large", (long)most.GetValue<double>() + 1);
        if (schema["enum"] is not null)
            yield return ("is none of the values", "other");
        if (schema["format"]?.GetValue<string>() == "date-time")
            yield return ("is no time", "soon");
        if (schema["pattern"] is not null)
            yield return ("does not fit the pattern", "a b\u00e9");
    }

    private static IEnumerable<(string What, JsonNode Value)> WrongTypes(JsonNode schema) => TypeOf(schema) switch
    {
        "string" => [("a number", 7), ("an object", new JsonObject())],
        "integer" => [("a quoted number", "7"), ("a fraction", 1.5), ("a list", new JsonArray())],
        "number" => [("a quoted number", "7"), ("an object", new JsonObject())],
        "boolean" => [("a quoted boolean", "true"), ("a number", 1)],
        "array" => [("a text", "x"), ("an object", new JsonObject())],
        "object" => [("a text", "x"), ("a list", new JsonArray())],
        _ => [],
    };

    private static string? TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray types => types.Select(type => type!.GetValue<string>()).Single(type => type != "null"),
        { } type => type.GetValue<string>(),
        null => null,
    };

    /// <summary>What an optional member must be when it is there.</summary>
    private static JsonNode NotNull(JsonNode schema) => schema["oneOf"] is JsonArray choices
        ? ReferenceDocument.Resolve(choices.Single(choice => choice!["type"]?.ToString() != "null")!)
        : ReferenceDocument.Resolve(schema);

    private static JsonObject With(JsonObject good, string name, JsonNode? value)
    {
        var body = good.DeepClone().AsObject();
        body[name] = value?.DeepClone();
        return body;
    }

    private static JsonObject Without(JsonObject good, string name)
    {
        var body = good.DeepClone().AsObject();
        body.Remove(name);
        return body;
    }
}
