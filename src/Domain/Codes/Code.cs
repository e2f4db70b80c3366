namespace CampaignEngine.Domain.Codes;

/// <summary>
/// How a code is written: the slug's first four characters upper-cased, a dash, and eight characters of an alphabet
/// without look-alikes, most significant first.
/// </summary>
public static class Code
{
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public const int Digits = 8;

    private const int PrefixLength = 4;

    public static string PrefixOf(string slug) => slug[..Math.Min(PrefixLength, slug.Length)].ToUpperInvariant();

    /// <param name="number">A permuted number, in [0, <see cref="CodePermutation.SpaceSize"/>).</param>
    public static string Format(string slug, long number) => $"{PrefixOf(slug)}-{FormatDigits(number)}";

    /// <summary>The eight characters alone.</summary>
    /// <param name="number">In [0, <see cref="CodePermutation.SpaceSize"/>).</param>
    public static string FormatDigits(long number) => string.Create(Digits, number, static (text, rest) =>
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(rest % Alphabet.Length)];
            rest /= Alphabet.Length;
        }
    });

    /// <summary>The number of a code of this slug; false for anything else.</summary>
    public static bool TryParse(string slug, ReadOnlySpan<char> code, out long number)
    {
        number = 0;
        var prefix = PrefixOf(slug);
        if (code.Length != prefix.Length + 1 + Digits || !code.StartsWith(prefix) || code[prefix.Length] != '-')
            return false;

        foreach (var character in code[(prefix.Length + 1)..])
        {
            var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            number = number * Alphabet.Length + digit;
        }

        return true;
    }
}
