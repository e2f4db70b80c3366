using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>perUnit</c>. Required: <c>field</c>, <c>points</c>. By default <c>rounding</c> is floor and there is no
/// <c>max</c>.
/// </summary>
internal static class PerUnitReader
{
    private static readonly MemberNames Names = new(["field", "points", "rounding", "max"]);

    private static readonly ChoiceShape<PointRounding> Rounding = new(
        ("floor", PointRounding.Floor), ("ceil", PointRounding.Ceil), ("halfUp", PointRounding.HalfUp));

    public static PerUnit? Read(JsonPart part)
    {
        if (ObjectPart.Open(part, Names) is not { } perUnit)
            return null;
        return new PerUnit(
            perUnit.Required("field", FieldShape.Instance)!,
            perUnit.Required("points", WholeNumberShape.Points),
            perUnit.Optional("rounding", Rounding, PointRounding.Floor),
            perUnit.Optional("max", WholeNumberShape.Points));
    }
}
