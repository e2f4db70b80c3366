namespace CampaignEngine.Domain.Points;

/// <summary>Points for each unit of an amount in the event's metadata.</summary>
/// <param name="Field">Where the amount is: <c>metadata.</c> and a dotted path.</param>
/// <param name="Points">For each unit, 0 to 1,000,000,000.</param>
/// <param name="Rounding">Of amount × points.</param>
/// <param name="Max">The most that this part gives, 0 to 1,000,000,000; null is unlimited.</param>
public sealed record PerUnit(string Field, long Points, PointRounding Rounding, long? Max);

/// <summary>How a fraction of a point is rounded.</summary>
public enum PointRounding
{
    Floor = 1,
    Ceil = 2,
    HalfUp = 3,
}
