using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>A number without a fraction; 100.0 and 1e2 are 100, as in JSON Schema.</summary>
internal sealed class WholeNumberShape(long min, long max) : Shape<long>(
    $"Write a whole number from {min} to {max}, without quotes.")
{
    public static readonly WholeNumberShape Points = new(0, 1_000_000_000);

    public override bool TryRead(JsonElement element, out long value)
    {
        value = 0;
        if (!ExactDecimal.TryRead(element, out var number) || number < min || number > max || !decimal.IsInteger(number))
            return false;
        value = (long)number;
        return true;
    }
}

/// <summary>Any number that is exact as a decimal.</summary>
internal sealed class NumberShape() : Shape<decimal>(
    $"Write a number of at most {ExactDecimal.MaxDigits} digits, without quotes.")
{
    public static readonly NumberShape Instance = new();

    public override bool TryRead(JsonElement element, out decimal value) => ExactDecimal.TryRead(element, out value);
}

/// <summary>
/// The odds of a tier. Below 2^-64 no draw could hit it, so there is a least one, which is a round number above that.
/// </summary>
internal sealed class OddsShape() : Shape<decimal>(
    $"Write odds from 1e-18 to 1 with at most {ExactDecimal.MaxDigits} decimals, without quotes, such as 0.05 for one play in 20.")
{
    public static readonly OddsShape Instance = new();

    public override bool TryRead(JsonElement element, out decimal value) =>
        ExactDecimal.TryRead(element, out value) && value is >= 0.000_000_000_000_000_001m and <= 1;
}
