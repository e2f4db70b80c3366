using System.Text;

namespace CampaignEngine.Gateway.Requests;

/// <summary>Decodes a part of a URL once, as strict UTF-8, so that no two different texts become the same.</summary>
public static class PercentEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null when an escape is broken or the bytes are not UTF-8.</returns>
    public static string? Decode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[StrictUtf8.GetMaxByteCount(text.Length)];
        var length = 0;
        try
        {
            while (!text.IsEmpty)
            {
                if (text[0] == '%')
                {
                    if (text.Length < 3 || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2]))
                        return null;
                    bytes[length++] = Convert.FromHexString(text[1..3])[0];
                    text = text[3..];
                    continue;
                }

                var next = text.IndexOf('%');
                var plain = next < 0 ? text : text[..next];
                length += StrictUtf8.GetBytes(plain, bytes.AsSpan(length));
                text = text[plain.Length..];
            }

            return StrictUtf8.GetString(bytes, 0, length);
        }
        catch (ArgumentException)
        {
            // Encoder and decoder fallbacks both derive from it.
            return null;
        }
    }
}
