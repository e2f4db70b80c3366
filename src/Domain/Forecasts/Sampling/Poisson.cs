namespace CampaignEngine.Domain.Forecasts.Sampling;

/// <summary>How many things happen that happen independently of each other.</summary>
internal static class Poisson
{
    /// <summary>Too small a mean for a logarithm, and for anybody to see.</summary>
    private const double Never = 1e-300;

    /// <param name="mean">From 0 to 10^9.</param>
    public static long Draw(Xoshiro256 random, double mean) =>
        mean > Never ? RatioOfUniforms.Draw(random, new Shape(mean)) : 0;

    private readonly struct Shape(double mean) : ICountDistribution
    {
        private readonly double _log = PortableMath.Log(mean);

        public double Mean => mean;

        public double Variance => mean;

        public long Mode => (long)mean;

        public long Min => 0;

        public long Max => long.MaxValue / 2;

        public double LogWeight(long k) => k * _log - LogFactorial.Of(k);
    }
}
