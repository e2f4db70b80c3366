using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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

    /// <summary>As deep as metadata may nest.</summary>
    public const int MaxNames = 16;

    /// <summary>UTF-16 units.</summary>
    public const int MaxNameLength = 64;

    private readonly ImmutableArray<byte[]> _names;

    private FieldPath(ImmutableArray<byte[]> names) => _names = names;

    public static bool TryParse(string text, [NotNullWhen(true)] out FieldPath? path)
    {
        path = null;
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var names = text[Prefix.Length..].Split('.');
        if (names.Length > MaxNames || names.Any(name => name.Length is 0 or > MaxNameLength))
            return false;
        path = new FieldPath([.. names.Select(Encoding.UTF8.GetBytes)]);
        return true;
    }

    /// <exception cref="FormatException">The reader of definitions let a wrong path through.</exception>
    public static FieldPath Parse(string text) =>
        TryParse(text, out var path) ? path : throw new FormatException($"'{text}' is not the path of a field.");

    /// <summary>Throws for no metadata that a JSON parser accepts, and allocates nothing for usual names.</summary>
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
