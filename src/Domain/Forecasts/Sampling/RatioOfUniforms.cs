namespace CampaignEngine.Domain.Forecasts.Sampling;

/// <summary>
/// Draws from a distribution with one peak in a time that does not grow with its size: Stadlober, "The ratio of
/// uniforms approach for generating discrete random variates" (1990). Exact: a candidate is accepted by its true
/// probability, there is no normal approximation in it. The hat is the one for which he proved that it covers
/// binomial, Poisson and hypergeometric distributions alike.
/// </summary>
internal static class RatioOfUniforms
{
    private const double WidthFactor = 1.7155277699214135; // 2 √(2 ÷ e)
    private const double WidthOffset = 0.8989161620588988; // 3 − 2 √(3 ÷ e)

    public static long Draw<T>(Xoshiro256 random, T distribution) where T : struct, ICountDistribution
    {
        var centre = distribution.Mean + 0.5;
        var width = WidthFactor * Math.Sqrt(distribution.Variance + 0.5) + WidthOffset;
        var top = distribution.LogWeight(distribution.Mode);
        while (true)
        {
            var u = 1 - random.NextUnit(); // in (0, 1]
            var x = centre + width * (random.NextUnit() - 0.5) / u;
            if (x < distribution.Min || x >= distribution.Max + 1.0)
                continue;
            var k = (long)x;
            var logRatio = distribution.LogWeight(k) - top;
            // u² ≤ ratio, with two cheap bounds of 2 ln u before the logarithm.
            if (u * (4 - u) - 3 <= logRatio)
                return k;
            if (u * (u - logRatio) < 1 && 2 * PortableMath.Log(u) <= logRatio)
                return k;
        }
    }
}
