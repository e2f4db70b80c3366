using System.Globalization;
using System.Text;

namespace CampaignEngine.Domain.Campaigns.Conditions;

/// <summary>
/// The inside of a JSON string as it stands in the document: UTF-8 with escapes. Compared with plain UTF-8 without
/// making strings, and without the exceptions that System.Text.Json throws for the escape of half a surrogate pair;
/// such a text is equal to nothing, contains nothing and begins with nothing.
/// </summary>
/// <remarks>Every method expects what a JSON parser has accepted, so each escape is complete.</remarks>
internal static class EscapedText
{
    private const int StackBytes = 256;

    private const byte Backslash = (byte)'\\';

    public static bool AreEqual(ReadOnlySpan<byte> escaped, ReadOnlySpan<byte> text)
    {
        if (escaped.IndexOf(Backslash) < 0)
            return escaped.SequenceEqual(text);
        // An escape of 6 bytes stands for 1 byte at least, so most texts need no decoding to differ.
        if (escaped.Length < text.Length || escaped.Length > 6L * text.Length)
            return false;
        var buffer = escaped.Length <= StackBytes ? stackalloc byte[StackBytes] : new byte[escaped.Length];
        return TryDecode(escaped, buffer, out var length) && buffer[..length].SequenceEqual(text);
    }

    public static bool Contains(ReadOnlySpan<byte> escaped, ReadOnlySpan<byte> text)
    {
        if (escaped.IndexOf(Backslash) < 0)
            return escaped.IndexOf(text) >= 0;
        var buffer = escaped.Length <= StackBytes ? stackalloc byte[StackBytes] : new byte[escaped.Length];
        return TryDecode(escaped, buffer, out var length) && buffer[..length].IndexOf(text) >= 0;
    }

    public static bool StartsWith(ReadOnlySpan<byte> escaped, ReadOnlySpan<byte> text)
    {
        if (escaped.IndexOf(Backslash) < 0)
            return escaped.StartsWith(text);
        var buffer = escaped.Length <= StackBytes ? stackalloc byte[StackBytes] : new byte[escaped.Length];
        return TryDecode(escaped, buffer, out var length) && buffer[..length].StartsWith(text);
    }

    /// <param name="buffer">As long as <paramref name="escaped"/>; no text gets longer by decoding.</param>
    /// <returns>False for the escape of half a surrogate pair.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> escaped, Span<byte> buffer, out int length)
    {
        length = 0;
        while (!escaped.IsEmpty)
        {
            var plain = escaped.IndexOf(Backslash);
            if (plain < 0)
                plain = escaped.Length;
            escaped[..plain].CopyTo(buffer[length..]);
            length += plain;
            escaped = escaped[plain..];
            if (escaped.IsEmpty)
                return true;

            if (escaped[1] != (byte)'u')
            {
                buffer[length++] = Single(escaped[1]);
                escaped = escaped[2..];
                continue;
            }
            var first = Unit(escaped);
            escaped = escaped[6..];
            if (!Rune.TryCreate(first, out var rune))
            {
                var isPair = escaped.StartsWith("\\u"u8) && Rune.TryCreate(first, Unit(escaped), out rune);
                if (!isPair)
                    return false;
                escaped = escaped[6..];
            }
            length += rune.EncodeToUtf8(buffer[length..]);
        }
        return true;
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static byte Single(byte letter) => letter switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => letter, // " \ /
    };
}
