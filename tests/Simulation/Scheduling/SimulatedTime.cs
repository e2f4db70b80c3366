namespace CampaignEngine.Simulation.Tests.Scheduling;

/// <summary>A machine's clock: the loop's, and what this one is wrong by. Timers go by the time that passes.</summary>
internal sealed class SimulatedTime(Loop loop) : TimeProvider
{
    public TimeSpan WrongBy { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => loop.Now + WrongBy;

    public override long GetTimestamp() => loop.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SimulatedTimer(loop, () => callback(state), dueTime, period);

    private sealed class SimulatedTimer : ITimer
    {
        private readonly Loop _loop;
        private readonly Action _callback;

        /// <summary>What was set before no longer fires.</summary>
        private int _setting;

        public SimulatedTimer(Loop loop, Action callback, TimeSpan dueTime, TimeSpan period)
        {
            (_loop, _callback) = (loop, callback);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _setting++;
            if (dueTime != Timeout.InfiniteTimeSpan)
                Set(_setting, dueTime, period);
            return true;
        }

        public void Dispose() => _setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(int setting, TimeSpan dueTime, TimeSpan period) => _loop.After(dueTime, () =>
        {
            if (setting != _setting)
                return;
            if (period > TimeSpan.Zero)
                Set(setting, period, period);
            _callback();
        });
    }
}
