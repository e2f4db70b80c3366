using System.Runtime.InteropServices;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Gateway.Requests;

/// <summary>Members that more than one kind of request has. Each rule gives the value, or null and what is wrong with it.</summary>
internal static class MemberRules
{
    public const int MaxMetadataBytes = 16 * 1024;

    /// <summary>The object's bytes as they were sent.</summary>
    public static byte[]? Metadata(JsonElement element, out string? wrong)
    {
        wrong = "must be an object";
        if (element.ValueKind != JsonValueKind.Object)
            return null;

        var raw = JsonMarshal.GetRawUtf8Value(element);
        wrong = raw.Length <= MaxMetadataBytes ? null : $"must not be longer than {MaxMetadataBytes} bytes";
        return wrong is null ? raw.ToArray() : null;
    }

    /// <summary>In UTC.</summary>
    public static DateTimeOffset? Time(JsonElement element, out string? wrong)
    {
        wrong = null;
        if (element.ValueKind == JsonValueKind.String && Rfc3339.TryParse(element.GetString()!, out var time))
            return time.ToUniversalTime();

        wrong = "must be a time as in 2026-06-01T12:30:00Z (RFC 3339)";
        return null;
    }

    public static long? Whole(JsonElement element, long min, long max, out string? wrong)
    {
        wrong = null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) && number >= min && number <= max)
            return number;

        wrong = $"must be a whole number from {min} to {max}";
        return null;
    }

    public static string? Text(JsonElement element, int min, int max, out string? wrong)
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : null;
        wrong = text is null ? "must be a string" : CharacterLimits.Violated(text, min, max);
        return wrong is null ? text : null;
    }
}
