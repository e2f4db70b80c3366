using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>points</c>. By default there are no rules and no limits. A rule needs <c>id</c>, <c>eventType</c>, and
/// <c>points</c> or <c>perUnit</c> or both; by default it has no conditions, no limits and no cooldown.
/// </summary>
internal static class PointsReader
{
    public const int MaxRules = 100;

    private static readonly MemberNames Names = new(["rules", "maxPointsPerUser"]);

    private static readonly MemberNames RuleNames =
        new(["id", "eventType", "when", "points", "perUnit", "limits", "cooldownSeconds"]);

    /// <summary>Up to 365 days.</summary>
    private static readonly WholeNumberShape Cooldown = new(1, 365 * 24 * 60 * 60);

    public static PointsDefinition Read(JsonPart part)
    {
        if (ObjectPart.Open(part, Names) is not { } points)
            return new PointsDefinition([]);
        var ids = new UniqueTexts();
        return new PointsDefinition(
            points.Find("rules") is { } rules ? ArrayPart.Read(rules, 0, MaxRules, "rules", item => ReadRule(item, ids)) : [])
        {
            MaxPointsPerUser = LimitsReader.ReadPoints(points.Find("maxPointsPerUser")),
        };
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
            rule.Find("perUnit") is { } perUnit ? PerUnitReader.Read(perUnit) : null)
        {
            Limits = LimitsReader.ReadCounts(rule.Find("limits")),
            CooldownSeconds = (int?)rule.Optional("cooldownSeconds", Cooldown),
        };
    }
}
