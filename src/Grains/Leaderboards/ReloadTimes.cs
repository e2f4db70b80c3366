namespace CampaignEngine.Grains.Leaderboards;

/// <summary>When a board reads the journal once more. Its clock is monotonic.</summary>
internal sealed class ReloadTimes
{
    /// <summary>A silo that was declared dead may have had a commit under way: those end within that.</summary>
    public static readonly TimeSpan AfterDeath = TimeSpan.FromSeconds(15);

    public static readonly TimeSpan MinInterval = TimeSpan.FromMinutes(8);

    public static readonly TimeSpan MaxInterval = TimeSpan.FromMinutes(12);

    private readonly TimeProvider _time;
    private readonly TimeSpan _interval;
    private long _beganAt;
    private long? _diedAt;
    private bool _isWanted = true;

    /// <param name="jitter">0 to 1: boards that were loaded together should not be again.</param>
    public ReloadTimes(TimeProvider time, double jitter)
    {
        (_time, _interval) = (time, MinInterval + (MaxInterval - MinInterval) * jitter);
        _beganAt = time.GetTimestamp();
    }

    /// <summary>As soon as possible, and after one that is under way.</summary>
    public void Want() => _isWanted = true;

    /// <summary>At once, and once more when commits of the dead silo have surely ended.</summary>
    public void WantAfterDeath() => (_isWanted, _diedAt) = (true, _time.GetTimestamp());

    /// <returns>Whether it is time. The caller begins now.</returns>
    public bool TryBegin()
    {
        var isAfterDeath = _diedAt is { } diedAt && _time.GetElapsedTime(diedAt) >= AfterDeath;
        if (!_isWanted && !isAfterDeath && _time.GetElapsedTime(_beganAt) < _interval)
            return false;
        if (isAfterDeath)
            _diedAt = null;
        (_isWanted, _beganAt) = (false, _time.GetTimestamp());
        return true;
    }
}
