namespace CampaignEngine.Domain.Forecasts.Sampling;

/// <summary>ln n!, from a table of sums for small n and from Stirling's series above, where its rest is below 10^-17.</summary>
internal static class LogFactorial
{
    private const double HalfLogTwoPi = 0.9189385332046727;

    private static readonly double[] Small = MakeSmall();

    public static double Of(long n)
    {
        if (n < Small.Length)
            return Small[n];
        var inverse = 1.0 / n;
        var square = inverse * inverse;
        return (n + 0.5) * PortableMath.Log(n) - n + HalfLogTwoPi
            + inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260)));
    }

    private static double[] MakeSmall()
    {
        var sums = new double[256];
        for (var n = 2; n < sums.Length; n++)
            sums[n] = sums[n - 1] + PortableMath.Log(n);
        return sums;
    }
}
