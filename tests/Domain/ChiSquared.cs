namespace CampaignEngine.Domain.Tests;

/// <summary>Whether counts look as if they came from a distribution.</summary>
internal static class ChiSquared
{
    /// <summary>
    /// False once in a million for random numbers, never for a fixed seed that passed before. The Wilson-Hilferty
    /// approximation turns the statistic into a normal one; 4.75 is the millionth part of its tail.
    /// </summary>
    public static bool IsPlausible(IReadOnlyList<int> counts, IEnumerable<double> shares)
    {
        var total = counts.Sum();
        var statistic = counts.Zip(shares, (count, share) => Math.Pow(count - total * share, 2) / (total * share)).Sum();
        var freedom = counts.Count - 1;
        var normal = (Math.Cbrt(statistic / freedom) - (1 - 2.0 / (9 * freedom))) / Math.Sqrt(2.0 / (9 * freedom));
        // Too even is as suspicious as too uneven.
        return Math.Abs(normal) < 4.75;
    }
}
