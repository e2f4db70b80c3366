using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>A time; see <see cref="Rfc3339"/>.</summary>
internal sealed class MomentShape() : Shape<DateTimeOffset>(
    "Write a time such as \"2026-06-01T00:00:00+02:00\" (RFC 3339; without offset it is UTC) in the years 2000 to 2200.")
{
    public static readonly MomentShape Instance = new();

    public override bool TryRead(JsonElement element, out DateTimeOffset value)
    {
        value = default;
        return JsonText.TryGet(element, out var text) && Rfc3339.TryParse(text, out value) && value.Year is >= 2000 and <= 2200;
    }
}
