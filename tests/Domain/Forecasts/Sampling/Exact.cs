namespace CampaignEngine.Domain.Tests.Forecasts.Sampling;

/// <summary>Exact distributions of small size, as tables of chances, from their definitions.</summary>
internal static class Exact
{
    public static double[] Binomial(int n, double chance)
    {
        double[] table = [1];
        for (var trial = 1; trial <= n; trial++)
            table = [.. Enumerable.Range(0, trial + 1).Select(k => At(table, k) * (1 - chance) + At(table, k - 1) * chance)];
        return table;
    }

    /// <summary>As many as hold all but 10^-15 of it.</summary>
    public static double[] Poisson(double mean)
    {
        var table = new List<double> { Math.Exp(-mean) };
        while (table.Count < mean || table[^1] > 1e-16)
            table.Add(table[^1] * mean / table.Count);
        return [.. table];
    }

    public static double[] Hypergeometric(int all, int marked, int drawn)
    {
        double[] table = [1];
        for (var i = 0; i < drawn; i++)
        {
            var before = table;
            table = [.. Enumerable.Range(0, i + 2).Select(k =>
                At(before, k) * Math.Max(0, all - marked - (i - k)) / (all - i) + At(before, k - 1) * Math.Max(0, marked - (k - 1)) / (all - i))];
        }

        return table;
    }

    public static double At(double[] table, int k) => k >= 0 && k < table.Length ? table[k] : 0;
}
