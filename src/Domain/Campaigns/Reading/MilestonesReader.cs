using System.Collections.Immutable;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>milestones</c>. Required: <c>id</c>, <c>points</c>. By default <c>name</c> is the id and
/// <c>bonusPoints</c> is 0.
/// </summary>
internal static class MilestonesReader
{
    public const int MaxMilestones = 100;

    private static readonly MemberNames Names = new(["id", "name", "points", "bonusPoints"], UnsupportedMembers.Milestone);
    private static readonly WholeNumberShape Threshold = new(1, 1_000_000_000);

    public static ImmutableArray<Milestone> Read(JsonPart part)
    {
        var ids = new UniqueTexts();
        var thresholds = new UniqueTexts();
        return ArrayPart.Read(part, 0, MaxMilestones, "milestones", item => ReadMilestone(item, ids, thresholds));
    }

    private static Milestone? ReadMilestone(JsonPart part, UniqueTexts ids, UniqueTexts thresholds)
    {
        if (ObjectPart.Open(part, Names) is not { } milestone)
            return null;
        var id = milestone.Required("id", IdShape.Instance);
        ids.Add(id, part.PointerTo("id"), part.Errors);
        var name = milestone.Optional("name", TextShape.Name, id);
        var points = milestone.Required("points", Threshold);
        // 0 stands for a threshold that was wrong and has an error already.
        thresholds.Add(points == 0 ? null : $"{points}", part.PointerTo("points"), part.Errors);
        return new Milestone(id!, name!, points, milestone.Optional("bonusPoints", WholeNumberShape.Points, 0));
    }
}
