using System.Text.Json;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;

namespace CampaignEngine.Gateway.Requests;

/// <summary>Reads the members of a body one by one and collects everything that is wrong with them. Null is as absent.</summary>
internal ref struct RequestMembers(JsonElement root, List<ErrorDetail>? details)
{
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

    /// <summary>A string with anything in it.</summary>
    public string? RequiredString(ReadOnlySpan<byte> name, string pointer)
    {
        if (!TryGet(name, out var element))
            return Wrong(pointer, "is required");
        return element.ValueKind == JsonValueKind.String ? element.GetString() : Wrong(pointer, "must be a string");
    }

    public long RequiredWhole(ReadOnlySpan<byte> name, string pointer, long min, long max)
    {
        var wrong = "is required";
        var number = TryGet(name, out var element) ? MemberRules.Whole(element, min, max, out wrong) : null;
        if (wrong is not null)
            Wrong(pointer, wrong);
        return number ?? 0;
    }

    public string? EventId(bool isRequired)
    {
        const string Pointer = "/eventId";
        if (!TryGet("eventId"u8, out var element))
            return isRequired ? Wrong(Pointer, "is required") : null;
        if (element.ValueKind != JsonValueKind.String)
            return Wrong(Pointer, "must be a string");

        var text = element.GetString()!;
        return IdempotencyKey.IsKey(text) ? text : Wrong(Pointer, "must be 1 to 255 visible ASCII characters");
    }

    public DateTimeOffset? OccurredAt() => Time("occurredAt"u8, "/occurredAt");

    /// <summary>In UTC.</summary>
    public DateTimeOffset? Time(ReadOnlySpan<byte> name, string pointer)
    {
        if (!TryGet(name, out var element))
            return null;
        var time = MemberRules.Time(element, out var wrong);
        if (wrong is not null)
            Wrong(pointer, wrong);
        return time;
    }

    /// <summary>The object's bytes as they were sent.</summary>
    public byte[]? Metadata()
    {
        if (!TryGet("metadata"u8, out var element))
            return null;
        var metadata = MemberRules.Metadata(element, out var wrong);
        if (wrong is not null)
            Wrong("/metadata", wrong);
        return metadata;
    }

    public string? Wrong(string pointer, string message)
    {
        (Details ??= []).Add(new ErrorDetail(pointer, message));
        return null;
    }

    private string? Text(JsonElement element, string pointer, int min, int max)
    {
        var text = MemberRules.Text(element, min, max, out var wrong);
        return wrong is null ? text : Wrong(pointer, wrong);
    }

    private readonly bool TryGet(ReadOnlySpan<byte> name, out JsonElement element) =>
        root.TryGetProperty(name, out element) && element.ValueKind != JsonValueKind.Null;
}
