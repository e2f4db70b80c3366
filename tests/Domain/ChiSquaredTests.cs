namespace CampaignEngine.Domain.Tests;

public class ChiSquaredTests
{
    [Theory]
    [InlineData(50_200, 49_800, true)]
    [InlineData(51_000, 49_000, false)]
    [InlineData(49_000, 51_000, false)]
    public void Counts_that_stray_are_not_plausible(int heads, int tails, bool expected) =>
        Assert.Equal(expected, ChiSquared.IsPlausible([heads, tails], [0.5, 0.5]));

    [Fact]
    public void Counts_that_never_stray_are_not_plausible() =>
        Assert.False(ChiSquared.IsPlausible([.. Enumerable.Repeat(100, 1_000)], Enumerable.Repeat(0.001, 1_000)));
}
