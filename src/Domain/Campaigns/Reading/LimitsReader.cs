using System.Collections.Immutable;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>maxPlays</c>, the <c>limits</c> of a rule and <c>maxPointsPerUser</c>: at most one limit for each period,
/// and both members are required. By default there are none.
/// </summary>
internal static class LimitsReader
{
    public const int MaxLimits = 4;

    private static readonly MemberNames CountNames = new(["times", "per"]);
    private static readonly MemberNames PointsNames = new(["points", "per"]);
    private static readonly WholeNumberShape Times = new(1, 1_000_000);
    private static readonly WholeNumberShape Points = new(1, 1_000_000_000);

    private static readonly ChoiceShape<Period> Periods = new(
        ("day", Period.Day), ("week", Period.Week), ("month", Period.Month), ("campaign", Period.Campaign));

    /// <param name="part">Null when the member is absent.</param>
    public static ImmutableArray<CountLimit> ReadCounts(JsonPart? part) =>
        Read(part, CountNames, "times", Times, (times, per) => new CountLimit((int)times, per));

    /// <param name="part">Null when the member is absent.</param>
    public static ImmutableArray<PointsLimit> ReadPoints(JsonPart? part) =>
        Read(part, PointsNames, "points", Points, (points, per) => new PointsLimit(points, per));

    private static ImmutableArray<T> Read<T>(
        JsonPart? part, MemberNames names, string amount, WholeNumberShape shape, Func<long, Period, T> make)
        where T : class
    {
        if (part is not { } limits)
            return [];
        var periods = new UniqueTexts();
        return ArrayPart.Read(limits, 0, MaxLimits, "limits", item =>
        {
            if (ObjectPart.Open(item, names) is not { } limit)
                return null;
            var most = limit.Required(amount, shape);
            var per = limit.Required("per", Periods);
            // 0 stands for a period that was wrong and has an error already.
            periods.Add(per == 0 ? null : $"{per}", item.PointerTo("per"), item.Errors);
            return make(most, per);
        });
    }
}
