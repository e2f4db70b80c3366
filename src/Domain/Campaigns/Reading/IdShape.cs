using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>The id of a rule or a milestone.</summary>
internal sealed class IdShape() : Shape<string>(
    "Write an id of 1 to 64 characters from a-z, 0-9, - and _ that begins with a letter or a digit.")
{
    public static readonly IdShape Instance = new();

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out string value) =>
        JsonText.TryGet(element, out value)
        && value.Length is >= 1 and <= 64
        && value[0] is not ('-' or '_')
        && value.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');
}
