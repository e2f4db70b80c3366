using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Tests.Forecasts.Sampling;

public class PortableMathTests
{
    private static IEnumerable<double> Spread(double from, double to, int count) =>
        Enumerable.Range(0, count).Select(i => from * Math.Pow(to / from, i / (count - 1.0)));

    [Fact]
    public void The_logarithm_is_the_platforms_but_for_the_last_bits() => Assert.All(
        Spread(1e-300, 1e300, 20_001).Concat(Spread(0.5, 2, 20_001)),
        x => Assert.True(Math.Abs(PortableMath.Log(x) - Math.Log(x)) <= 1e-15 * Math.Max(1, Math.Abs(Math.Log(x))), $"{x:R}"));

    [Theory]
    [InlineData(1e-5)]
    [InlineData(1e-12)]
    public void The_logarithm_near_one_keeps_its_digits(double little) =>
        Assert.Equal(Math.Log(1 + little), PortableMath.Log(1 + little), little * 1e-14);

    [Fact]
    public void The_exponential_is_the_platforms_but_for_the_last_bits() => Assert.All(
        Enumerable.Range(-69_000, 138_001).Select(i => i / 100.0),
        x => Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 2e-15));

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 3, 0)]
    [InlineData(1, 1e9, 1)]
    [InlineData(0.5, 10, 1.0 / 1024)]
    public void A_power_of_a_chance(double x, double exponent, double expected) =>
        Assert.Equal(expected, PortableMath.Pow(x, exponent), 1e-15);

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1_000)]
    public void The_logarithm_of_a_factorial_is_a_sum(int n) =>
        Assert.Equal(Enumerable.Range(1, n).Sum(k => Math.Log(k)), LogFactorial.Of(n), 1e-11);
}
