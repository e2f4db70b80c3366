namespace CampaignEngine.Domain.Forecasts.Sampling;

/// <summary>
/// Logarithm and exponential made of IEEE additions, multiplications and divisions only. The platform's own may differ
/// in the last bit from one system to the next, and a single other bit can change what a seed gives. Both are within
/// a few units in the last place.
/// </summary>
public static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const int MantissaBits = 52;
    private const int Bias = 1023;

    /// <param name="x">Positive and normal: at least 2^-1022.</param>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> MantissaBits) - Bias;
        var mantissa = BitConverter.Int64BitsToDouble((bits & ((1L << MantissaBits) - 1)) | ((long)Bias << MantissaBits));
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        // ln m = 2 artanh((m − 1) ÷ (m + 1)); |z| is at most 0.172, so the rest of the series is below 2^-57.
        var z = (mantissa - 1) / (mantissa + 1);
        var square = z * z;
        var sum = 0.0;
        for (var odd = 23; odd >= 3; odd -= 2)
            sum = (sum + 1.0 / odd) * square;
        return exponent * Ln2High + (2 * z + (2 * z * sum + exponent * Ln2Low));
    }

    /// <param name="x">At most 700.</param>
    /// <returns>0 below −700.</returns>
    public static double Exp(double x)
    {
        if (x < -700)
            return 0;
        var k = (int)Math.Floor(x * 1.4426950408889634 + 0.5);
        var r = x - k * Ln2High - k * Ln2Low;
        // |r| is at most 0.347: the 15th power over 15! is below 2^-60.
        var sum = 1.0;
        for (var n = 14; n >= 1; n--)
            sum = 1 + sum * r / n;
        return sum * BitConverter.Int64BitsToDouble((long)(k + Bias) << MantissaBits);
    }

    /// <param name="x">From 0 to 1.</param>
    /// <param name="exponent">0 or more.</param>
    public static double Pow(double x, double exponent) => exponent == 0 ? 1 : x < 1e-300 ? 0 : Exp(exponent * Log(x));
}
