using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>The plays of one run, day by day. They never exceed what the limits leave to all users together.</summary>
internal sealed class PlayTraffic(TrafficPlan plan)
{
    private readonly long[] _played = new long[plan.Limits.Count];

    public void Start() => Array.Clear(_played);

    /// <param name="index">Of the day; days come in order.</param>
    public long PlaysOn(int index, Xoshiro256 random)
    {
        var planned = plan.Days[index];
        var places = Places(index);
        var events = Poisson.Draw(random, planned.Events);
        // Counted by what is scarce, so that both extremes are exact: events that all play, places that are all taken.
        var plays = events <= places
            ? Binomial.Draw(random, events, planned.PlaysPerEvent)
            : Binomial.Draw(random, places, planned.PlaysPerPlace);
        for (var i = 0; i < _played.Length; i++)
            _played[i] += plays;
        return plays;
    }

    public static bool IsNewPeriod(Period period, ForecastDay before, ForecastDay day) => period switch
    {
        Period.Day => before.Date != day.Date,
        Period.Week => before.Week != day.Week,
        Period.Month => before.Month != day.Month,
        Period.Campaign => false,
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "Not a period."),
    };

    /// <summary>Plays that all users together have left.</summary>
    private long Places(int index)
    {
        var places = long.MaxValue;
        for (var i = 0; i < _played.Length; i++)
        {
            var limit = plan.Limits[i];
            if (index > 0 && IsNewPeriod(limit.Per, plan.Days[index - 1].Day, plan.Days[index].Day))
                _played[i] = 0;
            places = Math.Min(places, plan.Users * limit.Times - _played[i]);
        }

        return places;
    }
}
