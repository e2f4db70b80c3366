using System.Text.Json;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Requests;

/// <summary>
/// Reads the members of an object one by one and collects everything that is wrong with them. A member that nobody
/// asked for is wrong; null is as absent.
/// </summary>
internal sealed class StrictObject
{
    private readonly JsonElement _element;
    private readonly string _pointer;
    private readonly List<ErrorDetail> _details;
    private readonly HashSet<string> _asked = [];

    private StrictObject(JsonElement element, string pointer, List<ErrorDetail> details) =>
        (_element, _pointer, _details) = (element, pointer, details);

    public static StrictObject? Of(JsonElement element, string pointer, List<ErrorDetail> details)
    {
        if (element.ValueKind == JsonValueKind.Object)
            return new StrictObject(element, pointer, details);
        details.Add(new ErrorDetail(pointer, "must be a JSON object"));
        return null;
    }

    public JsonElement? Optional(string name)
    {
        _asked.Add(name);
        return _element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
    }

    public JsonElement? Required(string name)
    {
        var member = Optional(name);
        if (member is null)
            Wrong(name, "is required");
        return member;
    }

    public StrictObject? RequiredObject(string name) => Required(name) is { } member ? Of(member, PointerTo(name), _details) : null;

    public long? Whole(string name, JsonElement? member, long min, long max)
    {
        if (member is not { } element)
            return null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) && number >= min && number <= max)
            return number;
        Wrong(name, $"must be a whole number from {min} to {max}");
        return null;
    }

    public void Wrong(string name, string message) => _details.Add(new ErrorDetail(PointerTo(name), message));

    /// <summary>Comes last: whatever was not asked for until now is unknown.</summary>
    public void RefuseOthers()
    {
        foreach (var member in _element.EnumerateObject().Where(member => !_asked.Contains(member.Name)))
            Wrong(member.Name, $"is not a member that is known here; known are {(_asked.Count == 0 ? "none" : string.Join(", ", _asked))}");
    }

    private string PointerTo(string name) =>
        $"{_pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
