namespace CampaignEngine.Cluster.Tests;

/// <summary>The system's clock, which a test can move. Timers go by real time, because the silos live by them too.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _elapsedTicks;
    private long _jumpTicks;

    /// <summary>Time passes.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _elapsedTicks, by.Ticks);

    /// <summary>Somebody sets the clock; no time passes.</summary>
    public void SetClock(TimeSpan by) => Interlocked.Add(ref _jumpTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow().AddTicks(Interlocked.Read(ref _elapsedTicks) + Interlocked.Read(ref _jumpTicks));

    public override long GetTimestamp() =>
        base.GetTimestamp() + Interlocked.Read(ref _elapsedTicks) * (TimestampFrequency / TimeSpan.TicksPerSecond);
}
