using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>Any number that is exact as a decimal.</summary>
internal sealed class NumberShape() : Shape<decimal>(
    $"Write a number of at most {ExactDecimal.MaxDigits} digits, without quotes.")
{
    public static readonly NumberShape Instance = new();

    public override bool TryRead(JsonElement element, out decimal value) => ExactDecimal.TryRead(element, out value);
}
