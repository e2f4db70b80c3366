using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>Keeps what is asked about every run, and sums it up.</summary>
internal sealed class ForecastTally
{
    private readonly InstantWinDefinition _definition;
    private readonly ForecastStock _stock;
    private readonly ForecastPeriod _period;
    private readonly IReadOnlyList<ForecastDay> _days;
    private readonly int _daysAPoint;

    /// <summary>Index: (point × tiers + tier), run.</summary>
    private readonly long[][] _left;
    private readonly DateTimeOffset?[][] _runsOutAt;
    private readonly long[] _plays;
    private readonly double[] _wins;
    private int _run;

    public ForecastTally(InstantWinDefinition definition, ForecastStock stock, ForecastPeriod period, IReadOnlyList<ForecastDay> days, int runs)
    {
        (_definition, _stock, _period, _days) = (definition, stock, period, days);
        _daysAPoint = (days.Count + Forecast.MaxPoints - 1) / Forecast.MaxPoints;
        var points = (days.Count + _daysAPoint - 1) / _daysAPoint;
        _left = Columns<long>(points * Tiers, runs);
        _runsOutAt = Columns<DateTimeOffset?>(Tiers, runs);
        _plays = new long[runs];
        _wins = new double[Tiers];
    }

    private int Tiers => _definition.Tiers.Length;

    private int Runs => _plays.Length;

    private int Points => _left.Length / Tiers;

    public void Start(int run)
    {
        _run = run;
        for (var tier = 0; tier < Tiers; tier++)
            _runsOutAt[tier][run] = _stock.Tiers[tier].Remaining == 0 ? _period.From : null;
    }

    /// <param name="game">After the day.</param>
    public void Add(int day, long plays, PrizeGame game)
    {
        _plays[_run] += plays;
        for (var tier = 0; tier < Tiers; tier++)
        {
            _wins[tier] += game.Given[tier];
            if (game.Left[tier] == 0 && game.Given[tier] > 0)
                _runsOutAt[tier][_run] = _days[day].From + _days[day].Length * game.LastGivenAt[tier];
        }

        if (IsPoint(day))
        {
            var point = day / _daysAPoint;
            for (var tier = 0; tier < Tiers; tier++)
                _left[point * Tiers + tier][_run] = game.Left[tier];
        }
    }

    public Forecast ToForecast(ulong seed)
    {
        var total = new long[Runs];
        for (var tier = 0; tier < Tiers; tier++)
        {
            for (var run = 0; run < Runs; run++)
                total[run] += LeftInTheEnd(tier)[run];
        }

        var plays = _plays.Sum(each => (double)each);
        Array.Sort(total);
        Array.Sort(_plays);
        foreach (var column in _left)
            Array.Sort(column);
        return new Forecast(
            seed, Runs, _period, Spread<long>.Of(_plays), _stock.Total,
            [.. Enumerable.Range(0, Tiers).Select(tier => OfTier(tier, plays))],
            ShareOfZero(total), Spread<long>.Of(total),
            [.. Enumerable.Range(0, Points).Select(PointAt)]);
    }

    private TierForecast OfTier(int tier, double plays)
    {
        var left = LeftInTheEnd(tier);
        // Null is never: later than any time.
        Array.Sort(_runsOutAt[tier], (one, other) => (one ?? DateTimeOffset.MaxValue).CompareTo(other ?? DateTimeOffset.MaxValue));
        return new TierForecast(
            _definition.Tiers[tier].Name, _stock.Tiers[tier].Remaining, Spread<long>.Of(left), left.Average(), ShareOfZero(left),
            Spread<DateTimeOffset?>.Of(_runsOutAt[tier]), plays > 0 ? _wins[tier] / plays : 0);
    }

    private ForecastPoint PointAt(int point) => new(
        _days[Math.Min(_days.Count, (point + 1) * _daysAPoint) - 1].Date,
        [.. Enumerable.Range(0, Tiers).Select(tier => Spread<long>.Of(_left[point * Tiers + tier]))]);

    private bool IsPoint(int day) => (day + 1) % _daysAPoint == 0 || day == _days.Count - 1;

    private long[] LeftInTheEnd(int tier) => _left[(Points - 1) * Tiers + tier];

    private static double ShareOfZero(long[] values) => values.Count(value => value == 0) / (double)values.Length;

    private static T[][] Columns<T>(int columns, int rows) => [.. Enumerable.Range(0, columns).Select(_ => new T[rows])];
}
