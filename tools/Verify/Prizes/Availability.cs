namespace CampaignEngine.Verify.Prizes;

/// <summary>
/// When a tier had a unit to give. The clocks of the pool and of the participants differ, and messages take their time, so
/// a play that lost is only held against what was free for a while before and after it.
/// </summary>
internal sealed class Availability
{
    /// <summary>Longer than any claim takes, and than clocks of one cluster differ.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly List<(long Ticks, long Change)> _changes = [];
    private readonly Dictionary<int, long> _fullSince = [];
    private bool _isSorted;

    /// <summary>So many units come (or, below 0, go) at a time.</summary>
    public void Add(long ticks, long change)
    {
        _changes.Add((ticks, change));
        _isSorted = false;
    }

    /// <summary>The local day has reached <c>maxPerDay</c>.</summary>
    public void Fill(int day, long ticks) => _fullSince.TryAdd(day, ticks);

    /// <summary>A unit of that day has come back: whether the day was full at a certain time is not known any more.</summary>
    public void Reopen(int day) => _fullSince[day] = 0;

    /// <summary>Whether a unit was there for a play of that day all the while from <see cref="Margin"/> before it to as long after.</summary>
    public bool WasFree(DateTimeOffset time, int day)
    {
        Sort();
        var (from, to) = (time.UtcTicks - Margin.Ticks, time.UtcTicks + Margin.Ticks);
        if (_fullSince.TryGetValue(day, out var full) && full <= to)
            return false;

        // The last state not after "from"; then every one until "to".
        var index = LastNotAfter(from);
        if (index < 0 || _changes[index].Change <= 0)
            return false;
        for (index++; index < _changes.Count && _changes[index].Ticks <= to; index++)
        {
            if (_changes[index].Change <= 0)
                return false;
        }

        return true;
    }

    private int LastNotAfter(long ticks)
    {
        var (low, high) = (0, _changes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_changes[middle].Ticks <= ticks)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    /// <summary>Turns changes into how many units there are after each.</summary>
    private void Sort()
    {
        if (_isSorted)
            return;
        _changes.Sort((one, other) => one.Ticks.CompareTo(other.Ticks));
        var units = 0L;
        for (var i = 0; i < _changes.Count; i++)
            _changes[i] = (_changes[i].Ticks, units += _changes[i].Change);
        _isSorted = true;
    }
}
