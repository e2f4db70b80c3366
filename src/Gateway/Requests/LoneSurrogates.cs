using System.Globalization;

namespace CampaignEngine.Gateway.Requests;

/// <summary>
/// Finds escapes like <c>\ud800</c> that stand for half a character. JSON's grammar allows them, but no UTF-8 can hold
/// them, so what they meant would be lost on the way.
/// </summary>
public static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Looks at raw JSON text, where a backslash can only stand inside a string. Text that is not JSON is left to the parser.</summary>
    public static bool Exist(ReadOnlySpan<byte> json)
    {
        while (json.IndexOf((byte)'\\') is var at and >= 0)
        {
            json = json[at..];
            if (!TryReadEscape(json, out var unit))
            {
                json = json[Math.Min(2, json.Length)..];
                continue;
            }

            json = json[EscapeLength..];
            if (!char.IsSurrogate(unit))
                continue;
            if (!char.IsHighSurrogate(unit) || !TryReadEscape(json, out var low) || !char.IsLowSurrogate(low))
                return true;
            json = json[EscapeLength..];
        }

        return false;
    }

    private static bool TryReadEscape(ReadOnlySpan<byte> json, out char unit)
    {
        unit = default;
        if (json.Length < EscapeLength || !json.StartsWith("\\u"u8))
            return false;
        if (!ushort.TryParse(json[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        unit = (char)value;
        return true;
    }
}
