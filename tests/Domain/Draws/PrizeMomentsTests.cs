using CampaignEngine.Domain.Draws;

namespace CampaignEngine.Domain.Tests.Draws;

public class PrizeMomentsTests
{
    private static readonly DateTimeOffset Start = Given.At("2026-06-01T00:00:00+02:00");
    private static readonly DateTimeOffset Restock = Given.At("2026-07-14T18:30:00.123+02:00");
    private static readonly DateTimeOffset End = Given.At("2026-09-01T00:00:00+02:00");

    [Theory]
    [InlineData(2)]
    [InlineData(24)]
    [InlineData(92)]
    [InlineData(1_000)]
    public void Moments_fall_evenly_over_the_run(int parts) =>
        AssertEven(Of(tier: 0, firstUnit: 1, count: 200_000, Start), Start, parts);

    [Theory]
    [InlineData(24)]
    [InlineData(1_000)]
    public void Restocked_ones_fall_evenly_over_what_is_left(int parts) =>
        AssertEven(Of(tier: 1, firstUnit: 501, count: 100_000, Restock), Restock, parts);

    [Fact]
    public void Moments_of_one_tier_do_not_tell_those_of_another()
    {
        var counts = new int[64];
        for (var unit = 1; unit <= 50_000; unit++)
            counts[Eighth(Of(0, unit, 1, Start)[0]) * 8 + Eighth(Of(1, unit, 1, Start)[0])]++;

        Assert.True(ChiSquared.IsPlausible(counts, Enumerable.Repeat(1d / 64, 64)), string.Join(' ', counts));
    }

    [Fact]
    public void Units_keep_their_moments_whatever_they_are_asked_for_with() => Assert.Equal(
        Of(tier: 2, firstUnit: 1, count: 100, Start),
        Enumerable.Range(1, 100).Select(unit => Of(tier: 2, firstUnit: unit, count: 1, Start)[0]).Order());

    [Fact]
    public void They_come_in_order()
    {
        var moments = Of(tier: 0, firstUnit: 1, count: 1_000, Start);
        Assert.Equal(moments.Order(), moments);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1_000)]
    public void None_lies_outside_a_run_however_short(int milliseconds) =>
        Assert.All(
            PrizeMoments.Of(Draw, 0, 1, 10_000, Start, Start.AddMilliseconds(milliseconds)),
            moment => Assert.InRange(moment - Start.ToUnixTimeMilliseconds(), 0, milliseconds - 1));

    private static readonly CampaignDraw Draw = new(new byte[32], Given.Id.Value);

    private static long[] Of(int tier, long firstUnit, long count, DateTimeOffset from) =>
        PrizeMoments.Of(Draw, tier, firstUnit, count, from, End);

    private static int Eighth(long moment) => Part(moment, Start, 8);

    private static int Part(long moment, DateTimeOffset from, int parts)
    {
        var (start, end) = (from.ToUnixTimeMilliseconds(), End.ToUnixTimeMilliseconds());
        Assert.InRange(moment, start, end - 1);
        return (int)((moment - start) * parts / (end - start));
    }

    private static void AssertEven(long[] moments, DateTimeOffset from, int parts)
    {
        var counts = new int[parts];
        foreach (var moment in moments)
            counts[Part(moment, from, parts)]++;
        Assert.True(ChiSquared.IsPlausible(counts, Enumerable.Repeat(1d / parts, parts)), string.Join(' ', counts.Take(64)));
    }
}
