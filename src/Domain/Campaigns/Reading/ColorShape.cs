using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>A CSS colour of 3 or 6 hexadecimal digits: nothing that could end the style that it is put into.</summary>
internal sealed class ColorShape() : Shape<string>(
    "Write a colour of a # and 3 or 6 hexadecimal digits, such as \"#0a7\" or \"#00aa77\".")
{
    public static readonly ColorShape Instance = new();

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out string value) =>
        JsonText.TryGet(element, out value)
        && value.Length is 4 or 7
        && value[0] == '#'
        && value.AsSpan(1).IndexOfAnyExcept(HexDigits) < 0;
}
