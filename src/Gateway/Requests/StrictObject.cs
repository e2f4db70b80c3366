using System.Text.Json;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Requests;

/// <summary>
/// Reads the members of an object one by one and collects everything that is wrong with them. A member that nobody
/// asked for is wrong; null is as absent.
/// </summary>
public sealed class StrictObject
{
    /// <summary>How many unknown members are told.</summary>
    private const int MaxUnknown = 20;

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

    public StrictObject? OptionalObject(string name) => Optional(name) is { } member ? Of(member, PointerTo(name), _details) : null;

    public StrictObject? RequiredObject(string name) => Required(name) is { } member ? Of(member, PointerTo(name), _details) : null;

    public long? Whole(string name, JsonElement? member, long min, long max)
    {
        if (member is not { } element)
            return null;
        var number = MemberRules.Whole(element, min, max, out var wrong);
        if (wrong is not null)
            Wrong(name, wrong);
        return number;
    }

    public string? RequiredText(string name, int max) => Text(name, Required(name), 1, max);

    /// <param name="min">As <paramref name="max"/>, in characters.</param>
    public string? Text(string name, JsonElement? member, int min, int max)
    {
        if (member is not { } element)
            return null;
        var text = MemberRules.Text(element, min, max, out var wrong);
        if (wrong is not null)
            Wrong(name, wrong);
        return text;
    }

    public bool? RequiredFlag(string name)
    {
        if (Required(name) is not { } element)
            return null;
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element.GetBoolean();
        Wrong(name, "must be true or false");
        return null;
    }

    /// <summary>The object's bytes as they were sent.</summary>
    public byte[]? Metadata(string name)
    {
        if (Optional(name) is not { } element)
            return null;
        var metadata = MemberRules.Metadata(element, out var wrong);
        if (wrong is not null)
            Wrong(name, wrong);
        return metadata;
    }

    /// <summary>In UTC.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Optional(name) is not { } element)
            return null;
        var time = MemberRules.Time(element, out var wrong);
        if (wrong is not null)
            Wrong(name, wrong);
        return time;
    }

    public string? Choice(string name, JsonElement? member, IReadOnlyList<string> choices)
    {
        if (member is not { } element)
            return null;
        if (element.ValueKind == JsonValueKind.String && choices.Contains(element.GetString()!))
            return element.GetString();
        Wrong(name, $"must be {string.Join(" or ", choices)}");
        return null;
    }

    /// <summary>An array with at least one of the choices, and none twice.</summary>
    public IReadOnlyList<string>? Choices(string name, JsonElement? member, IReadOnlyList<string> choices)
    {
        if (member is not { } element)
            return null;
        if (element.ValueKind == JsonValueKind.Array)
        {
            var items = element.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : "").ToList();
            if (items.Count > 0 && items.All(choices.Contains) && items.Distinct().Count() == items.Count)
                return items;
        }

        Wrong(name, $"must be an array of {string.Join(" and ", choices)}, or one of them");
        return null;
    }

    public void Wrong(string name, string message) => _details.Add(new ErrorDetail(PointerTo(name), message));

    /// <summary>For rules of their own.</summary>
    public void Wrong(IEnumerable<ErrorDetail> details) => _details.AddRange(details);

    /// <summary>Comes last: whatever was not asked for until now is unknown. A body may have hundreds of thousands of those, an answer not.</summary>
    public void RefuseOthers()
    {
        foreach (var member in _element.EnumerateObject().Where(member => !_asked.Contains(member.Name)).Take(MaxUnknown))
            Wrong(member.Name, $"is not a member that is known here; known are {(_asked.Count == 0 ? "none" : string.Join(", ", _asked))}");
    }

    private string PointerTo(string name) => _pointer + JsonFault.PointerTo(name);
}
