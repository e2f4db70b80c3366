using System.Collections.Immutable;
using System.Globalization;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>milestones</c>. Required: <c>id</c>, and <c>points</c> or <c>eventType</c> with <c>count</c>. By default
/// <c>name</c> is the id, <c>bonusPoints</c> is 0, and it does not repeat.
/// </summary>
internal static class MilestonesReader
{
    public const int MaxMilestones = 100;

    private static readonly MemberNames Names = new(["id", "name", "points", "eventType", "count", "repeats", "bonusPoints"]);
    private static readonly WholeNumberShape Threshold = new(1, 1_000_000_000);
    private static readonly WholeNumberShape Count = new(1, 1_000_000);

    public static ImmutableArray<Milestone> Read(JsonPart part)
    {
        var ids = new UniqueTexts();
        var thresholds = new UniqueTexts();
        var milestones = ArrayPart.Read(part, 0, MaxMilestones, "milestones", item => ReadMilestone(item, ids, thresholds));
        if (!RepeatedBonuses.GiveBackAtMostHalf(milestones))
        {
            part.Refuse("The repeating milestones give back more than half of what reaches them. Write bonusPoints whose "
                + "shares of points (bonusPoints ÷ points) add up to at most 0.5 over all that repeat.");
        }

        return milestones;
    }

    private static Milestone? ReadMilestone(JsonPart part, UniqueTexts ids, UniqueTexts thresholds)
    {
        if (ObjectPart.Open(part, Names) is not { } milestone)
            return null;
        var id = milestone.Required("id", IdShape.Instance);
        ids.Add(id, part.PointerTo("id"), part.Errors);
        var name = milestone.Optional("name", TextShape.Name, id);
        var points = milestone.Optional("points", Threshold);
        // 0 stands for a threshold that was wrong and has an error already.
        thresholds.Add(points is null or 0 ? null : points.Value.ToString(CultureInfo.InvariantCulture), part.PointerTo("points"), part.Errors);
        var (eventType, count) = ReadCounted(milestone, part, points is not null);
        return new Milestone(id!, name!, points, milestone.Optional("bonusPoints", WholeNumberShape.Points, 0))
        {
            EventType = eventType,
            Count = count,
            Repeats = milestone.Optional("repeats", BooleanShape.Instance, false),
        };
    }

    private static (string? EventType, int? Count) ReadCounted(ObjectPart milestone, JsonPart part, bool hasPoints)
    {
        if (milestone.Find("eventType") is null && milestone.Find("count") is null)
        {
            if (!hasPoints)
                part.Refuse("Nothing reaches this milestone. Write points, or eventType and count.");
            return (null, null);
        }
        if (hasPoints)
            part.Refuse("This milestone has points beside eventType or count. Write points, or eventType and count.");
        return (milestone.Required("eventType", TextShape.EventType), (int)milestone.Required("count", Count));
    }
}
