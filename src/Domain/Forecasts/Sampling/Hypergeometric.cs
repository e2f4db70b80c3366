namespace CampaignEngine.Domain.Forecasts.Sampling;

/// <summary>How many marked ones are among those drawn without putting back.</summary>
internal static class Hypergeometric
{
    /// <param name="marked">How many of <paramref name="all"/> are marked.</param>
    /// <param name="drawn">At most <paramref name="all"/>.</param>
    public static long Draw(Xoshiro256 random, long all, long marked, long drawn)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(marked, all);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drawn, all);
        if (marked <= 0 || drawn <= 0)
            return 0;
        // The lesser of both, twice: then the least result is 0.
        if (drawn > all / 2)
            return marked - Draw(random, all, marked, all - drawn);
        if (marked > all / 2)
            return drawn - Draw(random, all, all - marked, drawn);
        return RatioOfUniforms.Draw(random, new Shape(all, marked, drawn));
    }

    private readonly struct Shape(long all, long marked, long drawn) : ICountDistribution
    {
        public double Mean => (double)marked * drawn / all;

        public double Variance => Mean * (all - marked) / all * (all - drawn) / (all - 1);

        public long Mode => (long)((marked + 1.0) * (drawn + 1.0) / (all + 2.0));

        public long Min => 0;

        public long Max => Math.Min(marked, drawn);

        public double LogWeight(long k) => -LogFactorial.Of(k) - LogFactorial.Of(marked - k)
            - LogFactorial.Of(drawn - k) - LogFactorial.Of(all - marked - drawn + k);
    }
}
