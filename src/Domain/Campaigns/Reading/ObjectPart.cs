using System.Runtime.InteropServices;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// An object of the document. Opening it refuses all members that are unknown or written twice; what is
/// left is read by name. <c>null</c> is as absent.
/// </summary>
internal sealed class ObjectPart
{
    private readonly JsonPart _part;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    private ObjectPart(JsonPart part) => _part = part;

    /// <returns>Null, with an error, when it is no object.</returns>
    public static ObjectPart? Open(JsonPart part, MemberNames names)
    {
        if (part.Element.ValueKind != JsonValueKind.Object)
        {
            part.Refuse($"Write an object with these members: {names.Listed}.");
            return null;
        }
        var opened = new ObjectPart(part);
        foreach (var member in part.Element.EnumerateObject())
            opened.Take(member, names);
        return opened;
    }

    /// <returns>The member, or null when it is absent.</returns>
    public JsonPart? Find(string name) =>
        _members.TryGetValue(name, out var element) && element.ValueKind != JsonValueKind.Null
            ? new JsonPart(element, _part.PointerTo(name), _part.Errors)
            : null;

    /// <returns>The member, or null, with an error, when it is absent.</returns>
    public JsonPart? Require(string name, string sentence)
    {
        var found = Find(name);
        if (found is null)
            _part.Errors.Add(_part.PointerTo(name), $"This member is required. {sentence}");
        return found;
    }

    /// <returns>The value; when it is absent or wrong, an error is reported and <c>default</c> is returned.</returns>
    public T? Required<T>(string name, Shape<T> shape) =>
        Require(name, shape.Sentence) is { } part ? shape.Read(part) : default;

    /// <returns>The value, or <paramref name="absent"/>; when it is wrong, an error is reported.</returns>
    public T? Optional<T>(string name, Shape<T> shape, T? absent) =>
        Find(name) is { } part ? shape.Read(part) : absent;

    /// <returns>The number, or null when it is absent; when it is wrong, an error is reported and it is 0.</returns>
    public long? Optional(string name, WholeNumberShape shape) =>
        Find(name) is { } part ? shape.Read(part) : null;

    private void Take(JsonProperty member, MemberNames names)
    {
        if (!JsonText.TryDecode(JsonMarshal.GetRawUtf8PropertyName(member), out var name))
            _part.Refuse("A member's name holds half a surrogate pair. Write valid Unicode.");
        else if (!_members.TryAdd(name, member.Value))
            _part.Errors.Add(_part.PointerTo(name), "This member is written more than once. Write it once.");
        else if (names.Objection(name) is { } objection)
            _part.Errors.Add(_part.PointerTo(name), objection);
    }
}
