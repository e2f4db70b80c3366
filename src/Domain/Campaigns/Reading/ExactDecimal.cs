using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// A number of a document as a decimal with exactly the value that is written: JsonElement.TryGetDecimal would round
/// the 30th digit away and make 1e-400 a zero.
/// </summary>
internal static class ExactDecimal
{
    /// <summary>What a decimal always holds, before and after the decimal point together.</summary>
    public const int MaxDigits = 28;

    // Far above what the zeros of a document can make up for.
    private const int FarExponent = 100 * CampaignDefinitionReader.MaxBytes;

    /// <returns>False when it is no number, or has more digits than <see cref="MaxDigits"/>.</returns>
    public static bool TryRead(JsonElement element, out decimal value)
    {
        value = 0;
        if (element.ValueKind != JsonValueKind.Number)
            return false;
        var text = JsonMarshal.GetRawUtf8Value(element);
        var end = text.IndexOfAny((byte)'e', (byte)'E');
        var digits = end < 0 ? text : text[..end];

        // From the first digit that is not 0 to the last one.
        var first = digits.IndexOfAnyInRange((byte)'1', (byte)'9');
        if (first < 0)
            return true;
        var last = digits.LastIndexOfAnyInRange((byte)'1', (byte)'9');
        var point = digits.IndexOf((byte)'.');
        // Before the loop, because UInt128 would overflow in it.
        if (last - first > MaxDigits)
            return false;
        var (mantissa, length) = (UInt128.Zero, 0);
        foreach (var letter in digits[first..(last + 1)])
        {
            if (letter == (byte)'.')
                continue;
            mantissa = mantissa * 10 + (UInt128)(letter - '0');
            length++;
        }

        // The number is mantissa × 10^−decimals.
        var decimals = (point < 0 ? last + 1 - digits.Length : point > last ? last + 1 - point : last - point)
            - (end < 0 ? 0 : Exponent(text[(end + 1)..]));
        if (length > MaxDigits || decimals > MaxDigits || length - decimals > MaxDigits)
            return false;
        for (; decimals < 0; decimals++)
            mantissa *= 10;
        // Multiplying by 1 with so many decimals only moves the point.
        value = (decimal)mantissa * new decimal(1, 0, 0, isNegative: text[0] == '-', (byte)decimals);
        return true;
    }

    // An exponent that no int holds puts the number out of bounds, whichever its sign.
    private static int Exponent(ReadOnlySpan<byte> text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Clamp(exponent, -FarExponent, FarExponent)
            : FarExponent;
}
