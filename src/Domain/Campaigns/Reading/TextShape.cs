using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>A text for people, or an event type: 1 to <paramref name="max"/> Unicode scalar values, not normalised.</summary>
internal sealed class TextShape(int max) : Shape<string>(
    $"Write a text of 1 to {max} characters: valid Unicode, no control characters, not only white space.")
{
    public static readonly TextShape Name = new(200);
    public static readonly TextShape EventType = new(128);
    public static readonly TextShape Message = new(500);

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out string value) =>
        JsonText.TryGet(element, out value)
        && !string.IsNullOrWhiteSpace(value)
        && !value.EnumerateRunes().Any(Rune.IsControl)
        && JsonText.Length(value) <= max;
}
