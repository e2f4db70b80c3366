namespace CampaignEngine.Bench.Flood;

/// <summary>What many clients got.</summary>
internal sealed class Tally
{
    /// <summary>Of accepted requests, by tenths of a millisecond; the last place is for everything slower.</summary>
    private readonly long[] _accepted = new long[100_000];
    private long _refused;
    private long _other;
    private long _lastTroubleAt;

    public void Add(int status, TimeSpan took, TimeSpan at)
    {
        if (status == 200)
            Interlocked.Increment(ref _accepted[Math.Min(_accepted.Length - 1, (int)(took.TotalMilliseconds * 10))]);
        else if (status == 503)
            Interlocked.Increment(ref _refused);
        else
            Interlocked.Increment(ref _other);
        if (status != 200 || took > TimeSpan.FromMilliseconds(500))
            Volatile.Write(ref _lastTroubleAt, at.Ticks);
    }

    public long Accepted => _accepted.Sum();

    public long Refused => _refused;

    /// <summary>Neither 200 nor 503, lost connections among them.</summary>
    public long Other => _other;

    /// <summary>When, from the start, a request was last refused or took more than half a second. 0: never.</summary>
    public TimeSpan LastTroubleAt => new(_lastTroubleAt);

    /// <summary>In milliseconds.</summary>
    public double Percentile(double part)
    {
        var left = (long)(part * Accepted);
        var place = 0;
        while (place < _accepted.Length - 1 && (left -= _accepted[place]) > 0)
            place++;
        return place / 10.0;
    }
}
