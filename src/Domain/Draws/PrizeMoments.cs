namespace CampaignEngine.Domain.Draws;

/// <summary>
/// When the units of a campaign in the mode <c>moments</c> win: at from + floor(draw × (to − from) ÷ 2^64), in whole
/// milliseconds since 1970-01-01 UTC. Units that the campaign began with have from = <c>startsAt</c>, restocked ones the
/// time of the restock, but not before <c>startsAt</c>; to is <c>endsAt</c>. A time that has a fraction of a millisecond is cut.
/// </summary>
public static class PrizeMoments
{
    /// <summary>The moments of units <paramref name="firstUnit"/>, +1, … of a tier, ascending.</summary>
    /// <param name="firstUnit">A tier's units are numbered 1, 2, 3, … in the order of stocking.</param>
    /// <returns>Milliseconds since 1970-01-01 UTC, as many as <paramref name="count"/>.</returns>
    public static long[] Of(CampaignDraw draw, int tier, long firstUnit, long count, DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        var length = (UInt128)Math.Max(0, end - start);
        var moments = new long[count];
        for (var i = 0L; i < count; i++)
            moments[i] = start + (long)((draw.Moment(tier, firstUnit + i) * length) >> 64);
        Array.Sort(moments);
        return moments;
    }
}
