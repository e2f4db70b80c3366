using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// The odds of a tier. Below 2^-64 no draw could hit it, so there is a least one, which is a round number above that.
/// </summary>
internal sealed class OddsShape() : Shape<decimal>(
    $"Write odds from 1e-18 to 1 with at most {ExactDecimal.MaxDigits} decimals, without quotes, "
    + "such as 0.05 for one play in 20.")
{
    public static readonly OddsShape Instance = new();

    public override bool TryRead(JsonElement element, out decimal value) =>
        ExactDecimal.TryRead(element, out value) && value is >= 0.000_000_000_000_000_001m and <= 1;
}
