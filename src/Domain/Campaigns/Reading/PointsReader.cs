using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>points</c>. By default there are no rules. A rule needs <c>id</c>, <c>eventType</c>, and <c>points</c> or
/// <c>perUnit</c> or both; by default it has no conditions.
/// </summary>
internal static class PointsReader
{
    public const int MaxRules = 100;

    private static readonly MemberNames Names = new(["rules"], UnsupportedMembers.Points);

    private static readonly MemberNames RuleNames =
        new(["id", "eventType", "when", "points", "perUnit"], UnsupportedMembers.Rule);

    public static PointsDefinition Read(JsonPart part)
    {
        if (ObjectPart.Open(part, Names)?.Find("rules") is not { } rules)
            return new PointsDefinition([]);
        var ids = new UniqueTexts();
        return new PointsDefinition(ArrayPart.Read(rules, 0, MaxRules, "rules", item => ReadRule(item, ids)));
    }

    private static PointRule? ReadRule(JsonPart part, UniqueTexts ids)
    {
        if (ObjectPart.Open(part, RuleNames) is not { } rule)
            return null;
        var id = rule.Required("id", IdShape.Instance);
        ids.Add(id, part.PointerTo("id"), part.Errors);
        if (rule.Find("points") is null && rule.Find("perUnit") is null)
            part.Refuse("This rule gives nothing. Write points, perUnit or both.");
        return new PointRule(
            id!,
            rule.Required("eventType", TextShape.EventType)!,
            ConditionReader.ReadAll(rule.Find("when")),
            rule.Optional("points", WholeNumberShape.Points, 0),
            rule.Find("perUnit") is { } perUnit ? PerUnitReader.Read(perUnit) : null);
    }
}
