using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Conditions;

/// <summary>
/// A field of an event: <c>metadata.</c> and the names of nested object members, separated by dots. Array elements and
/// names that contain a dot cannot be reached.
/// </summary>
public sealed class FieldPath
{
    public const string Prefix = "metadata.";

    private readonly ImmutableArray<byte[]> _names;

    private FieldPath(ImmutableArray<byte[]> names) => _names = names;

    /// <exception cref="FormatException">The reader of definitions let a wrong path through.</exception>
    public static FieldPath Parse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            throw new FormatException($"A field begins with '{Prefix}'.");
        return new FieldPath([.. text[Prefix.Length..].Split('.').Select(Encoding.UTF8.GetBytes)]);
    }

    /// <summary>Allocates nothing and throws for no metadata, however it is escaped.</summary>
    /// <param name="metadata">An object, or <c>default</c> when the event has none.</param>
    /// <returns>False when the field is missing or <c>null</c>.</returns>
    internal bool TryFind(JsonElement metadata, out JsonElement value)
    {
        value = metadata;
        foreach (var name in _names)
        {
            if (!TryMember(value, name, out value))
                return false;
        }
        return value.ValueKind != JsonValueKind.Null;
    }

    // Not JsonElement.TryGetProperty: it throws when a name that it passes has a lone surrogate escape.
    private static bool TryMember(JsonElement element, byte[] name, out JsonElement value)
    {
        value = default;
        if (element.ValueKind != JsonValueKind.Object)
            return false;
        foreach (var member in element.EnumerateObject())
        {
            if (!EscapedText.AreEqual(JsonMarshal.GetRawUtf8PropertyName(member), name))
                continue;
            value = member.Value;
            return true;
        }
        return false;
    }
}
