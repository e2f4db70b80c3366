using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Conditions;

/// <summary>
/// A <see cref="Scalar"/> made ready to compare with values of events. It throws for no value that a JSON parser accepts,
/// and allocates only for long texts with escapes.
/// </summary>
internal sealed class ScalarTest(Scalar scalar)
{
    private readonly byte[]? _text = scalar is Scalar.Text text ? Encoding.UTF8.GetBytes(text.Value) : null;
    private readonly decimal? _number = scalar is Scalar.Number number ? number.Value : null;
    private readonly bool? _boolean = scalar is Scalar.Flag flag ? flag.Value : null;

    public bool IsEqualTo(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => _text is not null && EscapedText.AreEqual(Inside(value), _text),
        JsonValueKind.Number => Compare(value) == 0,
        JsonValueKind.True => _boolean is true,
        JsonValueKind.False => _boolean is false,
        _ => false,
    };

    /// <returns>The sign of value − scalar; null unless both are numbers that a decimal holds.</returns>
    public int? Compare(JsonElement value) =>
        _number is { } number && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var other)
            ? other.CompareTo(number)
            : null;

    public bool IsInside(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return _text is not null && EscapedText.Contains(Inside(value), _text);
        if (value.ValueKind != JsonValueKind.Array)
            return false;
        foreach (var element in value.EnumerateArray())
        {
            if (IsEqualTo(element))
                return true;
        }
        return false;
    }

    public bool Begins(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && _text is not null && EscapedText.StartsWith(Inside(value), _text);

    private static ReadOnlySpan<byte> Inside(JsonElement text) => JsonMarshal.GetRawUtf8Value(text)[1..^1];
}
