namespace CampaignEngine.Domain.Codes;

/// <summary>
/// How a code is written: the slug's first four characters upper-cased, a dash, and eight characters of an alphabet
/// without look-alikes, most significant first.
/// </summary>
public static class Code
{
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public const int Digits = 8;

    /// <summary>Longer texts are no codes, whoever made them.</summary>
    public const int MaxLength = 64;

    private const int PrefixLength = 4;

    /// <summary>A code as somebody typed it: trimmed and upper-cased; empty when it is longer than any code.</summary>
    public static string Normalize(string text) => text.AsSpan().Trim() is { Length: <= MaxLength } trimmed
        ? trimmed.ToString().ToUpperInvariant()
        : "";

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
    public static bool TryParse(string slug, ReadOnlySpan<char> code, out long number) =>
        TryParse(code, out var prefix, out number) && prefix.SequenceEqual(PrefixOf(slug));

    /// <summary>The parts of a code of which nobody knows yet whose it is; false for what is no code.</summary>
    /// <param name="prefix">Must be that of the slug that the number leads to.</param>
    public static bool TryParse(ReadOnlySpan<char> code, out ReadOnlySpan<char> prefix, out long number)
    {
        prefix = default;
        number = 0;
        var dash = code.Length - Digits - 1;
        if (dash is < 1 or > PrefixLength || code[dash] != '-')
            return false;

        foreach (var character in code[(dash + 1)..])
        {
            var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            number = number * Alphabet.Length + digit;
        }

        prefix = code[..dash];
        return true;
    }
}
