using System.Runtime.InteropServices;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Points;

/// <summary>
/// What <see cref="PerUnit"/> gives for an event: amount × points, rounded, at most <c>max</c>. A field that is
/// missing, not a number or negative gives 0. Without <c>max</c> an amount that is worth more than a total may have, or that
/// no decimal can hold, gives one point more than a total may have: the event is refused and nobody gets less than due.
/// </summary>
internal sealed class PerUnitPoints(PerUnit definition)
{
    private readonly FieldPath _field = FieldPath.Parse(definition.Field);
    private readonly decimal _most = definition.Max ?? PointRules.MaxTotal + 1;

    public long For(JsonElement metadata)
    {
        if (!_field.TryFind(metadata, out var field) || field.ValueKind != JsonValueKind.Number)
            return 0;
        if (!field.TryGetDecimal(out var amount))
            return IsNegative(field) || definition.Points == 0 ? 0 : (long)_most;
        if (amount <= 0 || definition.Points == 0)
            return 0;
        // Compared before it is multiplied, because the product may not fit; the 1 is for the rounding of the quotient.
        if (amount > _most / definition.Points + 1)
            return (long)_most;
        return (long)Math.Min(Round(amount * definition.Points), _most);
    }

    private decimal Round(decimal points) => definition.Rounding switch
    {
        PointRounding.Floor => decimal.Floor(points),
        PointRounding.Ceil => decimal.Ceiling(points),
        PointRounding.HalfUp => decimal.Round(points, MidpointRounding.AwayFromZero),
        _ => throw new InvalidOperationException($"Unknown rounding {definition.Rounding}."),
    };

    private static bool IsNegative(JsonElement number) =>
        JsonMarshal.GetRawUtf8Value(number)[0] == (byte)'-';
}
