namespace CampaignEngine.Domain.Forecasts;

/// <summary>
/// How many plays one person has in a period with a limit: the chance of each number, day by day. All people are alike
/// and come independently of each other, so this is all that a limit depends on.
/// </summary>
internal sealed class PlayCounts(int limit)
{
    /// <summary>A chance so small that nobody would see it.</summary>
    private const double Negligible = 1e-16;

    private double[] _chances = [1];
    private int _highest;

    public int Limit { get; } = limit;

    /// <summary>Mean plays of one person so far.</summary>
    public double Mean { get; private set; }

    /// <summary>A new period: nobody has played.</summary>
    public void Clear() => (_chances, _highest, Mean) = ([1], 0, 0);

    /// <summary>One more day: a person comes with a chance, and then has 1, 2, 3, … events.</summary>
    /// <param name="comes">The chance that a person comes.</param>
    /// <param name="repeat">After each event, the chance of one more.</param>
    /// <param name="most">No more than these of a day's events count.</param>
    /// <returns>How many numbers were computed.</returns>
    public long AddDay(double comes, double repeat, int most)
    {
        most = Math.Min(most, Reach(repeat));
        var highest = (int)Math.Min(Limit, (long)_highest + most);
        var next = new double[highest + 1];
        var lastOfDay = Sampling.PortableMath.Pow(repeat, most - 1);
        var (running, total) = (0.0, 0.0);
        for (var n = 0; n <= highest; n++)
        {
            // The sum over the day's events: fewer than the most (a geometric series, carried along), and the most.
            running = running * repeat + (1 - repeat) * (At(n - 1) - lastOfDay * At(n - most));
            next[n] = (1 - comes) * At(n) + comes * (Math.Max(0, running) + lastOfDay * At(n - most));
            total += next[n];
        }

        // What lies above the limit stands at it; elsewhere this is the rounding.
        next[highest] += Math.Max(0, 1 - total);
        while (highest > 0 && next[highest] < Negligible)
            next[--highest] += next[highest + 1];
        (_chances, _highest) = (next, highest);
        Mean = 0;
        for (var n = 1; n <= highest; n++)
            Mean += n * next[n];
        return highest + 1;
    }

    private double At(int n) => n >= 0 && n <= _highest ? _chances[n] : 0;

    /// <summary>More events of one person in a day than this do not happen.</summary>
    private static int Reach(double repeat) =>
        repeat < Negligible ? 1 : (int)Math.Min(int.MaxValue, Math.Ceiling(37 / -Sampling.PortableMath.Log(repeat)) + 1);
}
