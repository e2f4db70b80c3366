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
