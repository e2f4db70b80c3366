using System.Globalization;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>streak</c>. Required: <c>eventTypes</c>. By default there are no bonuses. A bonus needs <c>days</c> and
/// <c>points</c>; by default it does not repeat.
/// </summary>
internal static class StreakReader
{
    public const int MaxBonuses = 20;

    private static readonly MemberNames Names = new(["eventTypes", "bonuses"]);
    private static readonly MemberNames BonusNames = new(["days", "points", "repeats"]);
    private static readonly WholeNumberShape Days = new(1, 3_660);

    public static StreakDefinition? Read(JsonPart part)
    {
        if (ObjectPart.Open(part, Names) is not { } streak)
            return null;
        var days = new UniqueTexts();
        return new StreakDefinition(
            EventTypesReader.ReadRequired(streak),
            streak.Find("bonuses") is { } bonuses
                ? ArrayPart.Read(bonuses, 0, MaxBonuses, "bonuses", item => ReadBonus(item, days))
                : []);
    }

    private static StreakBonus? ReadBonus(JsonPart part, UniqueTexts unique)
    {
        if (ObjectPart.Open(part, BonusNames) is not { } bonus)
            return null;
        var days = bonus.Required("days", Days);
        // 0 stands for days that were wrong and have an error already.
        unique.Add(days == 0 ? null : days.ToString(CultureInfo.InvariantCulture), part.PointerTo("days"), part.Errors);
        return new StreakBonus(
            (int)days,
            bonus.Required("points", WholeNumberShape.Points),
            bonus.Optional("repeats", BooleanShape.Instance, false));
    }
}
