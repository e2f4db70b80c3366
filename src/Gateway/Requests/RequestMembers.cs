using System.Runtime.InteropServices;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;

namespace CampaignEngine.Gateway.Requests;

/// <summary>Reads the members of a body one by one and collects everything that is wrong with them. Null is as absent.</summary>
internal ref struct RequestMembers(JsonElement root, List<ErrorDetail>? details)
{
    public const int MaxMetadataBytes = 16 * 1024;

    public List<ErrorDetail>? Details { get; private set; } = details;

    /// <summary>Never null unless a detail says why.</summary>
    public string? RequiredText(ReadOnlySpan<byte> name, string pointer, int max)
    {
        if (!TryGet(name, out var element))
            return Wrong(pointer, "is required");
        return Text(element, pointer, 1, max);
    }

    public string? OptionalText(ReadOnlySpan<byte> name, string pointer, int max) =>
        TryGet(name, out var element) ? Text(element, pointer, 0, max) : null;

    /// <summary>Never null unless a detail says why.</summary>
    public long? RequiredInteger(ReadOnlySpan<byte> name, string pointer, Func<long, bool> isGood, string rule)
    {
        if (!TryGet(name, out var element))
            Wrong(pointer, "is required");
        else if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) && isGood(number))
            return number;
        else
            Wrong(pointer, rule);
        return null;
    }

    public string? EventId()
    {
        const string Pointer = "/eventId";
        if (!TryGet("eventId"u8, out var element))
            return null;
        if (element.ValueKind != JsonValueKind.String)
            return Wrong(Pointer, "must be a string");

        var text = element.GetString()!;
        return IdempotencyKey.IsKey(text) ? text : Wrong(Pointer, "must be 1 to 255 visible ASCII characters");
    }

    public DateTimeOffset? OccurredAt()
    {
        if (!TryGet("occurredAt"u8, out var element))
            return null;
        if (element.ValueKind == JsonValueKind.String && Rfc3339.TryParse(element.GetString()!, out var time))
            return time.ToUniversalTime();

        Wrong("/occurredAt", "must be a time as in 2026-06-01T12:30:00Z (RFC 3339)");
        return null;
    }

    /// <summary>The object's bytes as they were sent.</summary>
    public byte[]? Metadata()
    {
        const string Pointer = "/metadata";
        if (!TryGet("metadata"u8, out var element))
            return null;

        if (element.ValueKind != JsonValueKind.Object)
        {
            Wrong(Pointer, "must be an object");
            return null;
        }

        var raw = JsonMarshal.GetRawUtf8Value(element);
        if (raw.Length <= MaxMetadataBytes)
            return raw.ToArray();

        Wrong(Pointer, $"must not be longer than {MaxMetadataBytes} bytes");
        return null;
    }

    public string? Wrong(string pointer, string message)
    {
        (Details ??= []).Add(new ErrorDetail(pointer, message));
        return null;
    }

    private string? Text(JsonElement element, string pointer, int min, int max)
    {
        if (element.ValueKind != JsonValueKind.String)
            return Wrong(pointer, "must be a string");

        var text = element.GetString()!;
        return CharacterLimits.Violated(text, min, max) is { } violated ? Wrong(pointer, violated) : text;
    }

    private readonly bool TryGet(ReadOnlySpan<byte> name, out JsonElement element) =>
        root.TryGetProperty(name, out element) && element.ValueKind != JsonValueKind.Null;
}
