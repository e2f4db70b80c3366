using System.Collections.Immutable;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>Reads <c>maxPlays</c>: at most one limit for each period, and both members are required.</summary>
internal static class CountLimitsReader
{
    public const int MaxLimits = 4;

    private static readonly MemberNames Names = new(["times", "per"]);
    private static readonly WholeNumberShape Times = new(1, 1_000_000);

    private static readonly ChoiceShape<Period> Periods = new(
        ("day", Period.Day), ("week", Period.Week), ("month", Period.Month), ("campaign", Period.Campaign));

    public static ImmutableArray<CountLimit> Read(JsonPart part)
    {
        var periods = new UniqueTexts();
        return ArrayPart.Read(part, 0, MaxLimits, "limits", item => ReadLimit(item, periods));
    }

    private static CountLimit? ReadLimit(JsonPart part, UniqueTexts periods)
    {
        if (ObjectPart.Open(part, Names) is not { } limit)
            return null;
        var times = limit.Required("times", Times);
        var per = limit.Required("per", Periods);
        // 0 stands for a period that was wrong and has an error already.
        periods.Add(per == 0 ? null : $"{per}", part.PointerTo("per"), part.Errors);
        return new CountLimit((int)times, per);
    }
}
