using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>
/// <c>maxWinsPerUser</c> in one run. What could win falls on people at random, so a person's number is taken as Poisson,
/// cut at the limit; wins never exceed what the limit leaves to all users together.
/// </summary>
/// <param name="max">Null is unlimited.</param>
internal sealed class WinLimit(int? max, long users)
{
    /// <summary>Above this a limit is as if all had equally many.</summary>
    private const int Many = 100;

    /// <summary>What one person could have won so far without the limit, in the mean.</summary>
    private double _offered;
    private long _wins;

    public void Start() => (_offered, _wins) = (0, 0);

    /// <returns>How many of <paramref name="offers"/> fall to people who may still win.</returns>
    public long Eligible(Xoshiro256 random, long offers)
    {
        if (max is not { } most || offers == 0)
            return offers;
        var places = users * most - _wins;
        var eligible = users * (WinsOf(_offered + (double)offers / users, most) - WinsOf(_offered, most));
        return offers <= places
            ? Binomial.Draw(random, offers, eligible / offers)
            : Binomial.Draw(random, places, eligible / (users * (most - WinsOf(_offered, most))));
    }

    /// <param name="eligible">What <see cref="Eligible"/> said of the offers.</param>
    /// <param name="wins">How many of those found a prize.</param>
    public void Count(long offers, long eligible, long wins)
    {
        _wins += wins;
        if (eligible > 0)
            _offered += (double)offers / users * wins / eligible;
    }

    /// <summary>The mean of min(X, most), where X is Poisson.</summary>
    private static double WinsOf(double mean, int most)
    {
        if (most > Many || mean > 600)
            return Math.Min(mean, most);
        var (chance, wins) = (PortableMath.Exp(-mean), (double)most);
        for (var k = 0; k < most; k++)
        {
            wins -= (most - k) * chance;
            chance *= mean / (k + 1);
        }

        return wins;
    }
}
