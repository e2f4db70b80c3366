namespace CampaignEngine.Domain.Tests.Forecasts.Sampling;

/// <summary>Sampling is exact only where the hat covers the distribution: |x − centre| √(P(k) ÷ P(mode)) is at most half its width.</summary>
public class RatioOfUniformsTests
{
    [Fact]
    public void The_hat_covers_binomial_numbers()
    {
        for (var n = 1; n <= 300; n += n < 30 ? 1 : 13)
        {
            for (var percent = 1; percent <= 50; percent++)
                AssertCovered(Exact.Binomial(n, percent / 100.0), $"{n}, {percent} %");
            AssertCovered(Exact.Binomial(n, 0.0001), $"{n}, 0.01 %");
        }
    }

    [Fact]
    public void The_hat_covers_Poisson_numbers()
    {
        for (var mean = 0.001; mean < 700; mean *= 1.07)
            AssertCovered(Exact.Poisson(mean), $"{mean}");
    }

    [Fact]
    public void The_hat_covers_hypergeometric_numbers()
    {
        for (var all = 2; all <= 120; all += all < 20 ? 1 : 17)
        {
            for (var marked = 1; marked <= all / 2; marked++)
            {
                for (var drawn = 1; drawn <= all / 2; drawn += 3)
                    AssertCovered(Exact.Hypergeometric(all, marked, drawn), $"{all}, {marked}, {drawn}");
            }
        }
    }

    private static void AssertCovered(double[] chances, string what)
    {
        var mean = chances.Select((chance, k) => chance * k).Sum();
        var variance = chances.Select((chance, k) => chance * (k - mean) * (k - mean)).Sum();
        var half = (1.7155277699214135 * Math.Sqrt(variance + 0.5) + 0.8989161620588988) / 2;
        var peak = chances.Max();
        var widest = chances.Select((chance, k) => Math.Max(Math.Abs(k - mean - 0.5), Math.Abs(k + 0.5 - mean)) * Math.Sqrt(chance / peak)).Max();
        Assert.True(widest <= half + 1e-9, $"{what}: {widest} > {half}");
    }
}
