using System.Text.Json;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>The member names of a value in their order, and the types of what they hold.</summary>
internal static class JsonShape
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(member => $"{member.Name}: {Of(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(" | ", value.EnumerateArray().Select(Of).Distinct())}]",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }
}
