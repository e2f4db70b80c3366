namespace CampaignEngine.Domain.Forecasts;

/// <summary>
/// What a number comes to in 5, 50 and 95 of 100 runs: the smallest value that at least so many runs do not exceed
/// (nearest rank).
/// </summary>
public readonly record struct Spread<T>(T P5, T P50, T P95)
{
    /// <param name="sorted">One value of each run, ascending; not empty.</param>
    internal static Spread<T> Of(ReadOnlySpan<T> sorted) => new(At(sorted, 5), At(sorted, 50), At(sorted, 95));

    private static T At(ReadOnlySpan<T> sorted, int percent) => sorted[(int)(((long)sorted.Length * percent + 99) / 100) - 1];
}
