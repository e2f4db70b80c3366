namespace CampaignEngine.Domain.Forecasts.Sampling;

/// <summary>How many of n succeed when each does with the same chance.</summary>
internal static class Binomial
{
    /// <summary>Too small a chance for a logarithm, and for anybody to see.</summary>
    private const double Never = 1e-300;

    /// <param name="chance">Below 0 counts as 0, above 1 as 1.</param>
    public static long Draw(Xoshiro256 random, long n, double chance)
    {
        if (n <= 0 || !(chance >= Never))
            return 0;
        if (chance >= 1)
            return n;
        return chance > 0.5 ? n - Draw(random, n, 1 - chance) : RatioOfUniforms.Draw(random, new Shape(n, chance));
    }

    private readonly struct Shape(long n, double chance) : ICountDistribution
    {
        private readonly double _logOdds = PortableMath.Log(chance / (1 - chance));

        public double Mean => n * chance;

        public double Variance => n * chance * (1 - chance);

        public long Mode => (long)((n + 1) * chance);

        public long Min => 0;

        public long Max => n;

        public double LogWeight(long k) => k * _logOdds - LogFactorial.Of(k) - LogFactorial.Of(n - k);
    }
}
