namespace CampaignEngine.Gateway.RateLimits;

/// <summary>
/// Fills steadily up to its burst; who takes may take what is in it. Counted in whole parts of a token (as many as the
/// clock has ticks a second), so that nothing is lost to rounding, however often it is asked.
/// </summary>
/// <param name="perSecond">Tokens that come in each second, at most <see cref="RateLimitOptions.Max"/>.</param>
/// <param name="burst">Tokens that it holds, as it does at the start; likewise bounded.</param>
public sealed class TokenBucket(int perSecond, int burst, TimeProvider time)
{
    /// <summary>Never owes more than comes in in that time.</summary>
    private const int MaxDebtSeconds = 3_600;

    private readonly Lock _lock = new();
    private long _parts = burst * time.TimestampFrequency;
    private long _filledAt = time.GetTimestamp();

    private long Full => burst * time.TimestampFrequency;

    /// <summary>Takes all of the cost or nothing. What costs more than the burst takes all that a full bucket holds.</summary>
    public bool TryTake(int cost)
    {
        lock (_lock)
        {
            Fill();
            var parts = PartsOf(cost);
            if (_parts < parts)
                return false;
            _parts -= parts;
            return true;
        }
    }

    /// <summary>Takes one token also when there is none: those that come in next make up for it.</summary>
    public void Owe()
    {
        lock (_lock)
        {
            Fill();
            _parts = Math.Max(_parts - PartsOf(1), -MaxDebtSeconds * perSecond * time.TimestampFrequency);
        }
    }

    /// <summary>Whole tokens, at least 0.</summary>
    public int Left
    {
        get
        {
            lock (_lock)
            {
                Fill();
                return (int)(Math.Max(0, _parts) / time.TimestampFrequency);
            }
        }
    }

    /// <summary>Until the cost can be taken, if nobody else takes any.</summary>
    public TimeSpan WaitFor(int cost)
    {
        lock (_lock)
        {
            Fill();
            var missing = Math.Max(0, PartsOf(cost) - _parts);
            return TimeSpan.FromSeconds((double)missing / perSecond / time.TimestampFrequency);
        }
    }

    /// <summary>A bucket that nobody has taken from for so long is as good as a new one.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock)
            {
                Fill();
                return _parts == Full;
            }
        }
    }

    private long PartsOf(int cost) => Math.Min(cost, burst) * time.TimestampFrequency;

    private void Fill()
    {
        var now = time.GetTimestamp();
        var elapsed = now - _filledAt;
        _filledAt = now;
        // Divided, not multiplied: after a long time the product would not fit.
        _parts = elapsed > (Full - _parts) / perSecond ? Full : _parts + elapsed * perSecond;
    }
}
