using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>Texts of a document that is valid UTF-8. It does not throw for half a surrogate pair, as JsonElement does.</summary>
internal static class JsonText
{
    /// <returns>False when it is no text, or not valid Unicode.</returns>
    public static bool TryGet(JsonElement element, [NotNullWhen(true)] out string? text)
    {
        text = null;
        return element.ValueKind == JsonValueKind.String && TryDecode(JsonMarshal.GetRawUtf8Value(element)[1..^1], out text);
    }

    /// <param name="escaped">The inside of the quotes.</param>
    public static bool TryDecode(ReadOnlySpan<byte> escaped, [NotNullWhen(true)] out string? text)
    {
        var buffer = new byte[escaped.Length];
        text = EscapedText.TryDecode(escaped, buffer, out var length) ? Encoding.UTF8.GetString(buffer.AsSpan(0, length)) : null;
        return text is not null;
    }

    /// <returns>The number of Unicode scalar values.</returns>
    public static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;
        return length;
    }
}
