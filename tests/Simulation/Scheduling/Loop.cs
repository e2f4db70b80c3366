namespace CampaignEngine.Simulation.Tests.Scheduling;

/// <summary>
/// Runs everything on one thread, in an order that a seed decides, in time that passes only when there is nothing to do.
/// The same seed gives the same run.
/// </summary>
internal sealed class Loop(Random random)
{
    private static readonly DateTimeOffset s_start = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    private readonly List<Lane> _ready = [];
    private readonly PriorityQueue<Action, (long Due, long Number)> _timers = new();
    private long _ticks;
    private long _lastNumber;
    private int _lanes;

    public DateTimeOffset Now => s_start.AddTicks(_ticks);

    public Trace Trace { get; } = new();

    public Lane NewLane() => new(this, ++_lanes);

    public void Ready(Lane lane) => _ready.Add(lane);

    /// <summary>Runs something once a time has passed, on no lane.</summary>
    public void After(TimeSpan delay, Action action) => _timers.Enqueue(action, (_ticks + delay.Ticks, ++_lastNumber));

    /// <summary>Runs until <paramref name="main"/>, started on a lane of its own, has ended.</summary>
    /// <exception cref="InvalidOperationException">It waits for what never comes.</exception>
    public void Run(Func<Task> main)
    {
        Task? running = null;
        NewLane().Post(_ => running = main(), null);
        while (running is not { IsCompleted: true })
        {
            if (_ready.Count > 0)
                RunOne();
            else if (_timers.TryDequeue(out var action, out var due))
                Fire(action, due.Due);
            else
                throw new InvalidOperationException("Nothing is left to do, and somebody waits.");
        }

        running.GetAwaiter().GetResult();
    }

    private void RunOne()
    {
        var index = random.Next(_ready.Count);
        var lane = _ready[index];
        if (!lane.RunOne())
        {
            _ready[index] = _ready[^1];
            _ready.RemoveAt(_ready.Count - 1);
        }

        Trace.Add(lane.Number);
    }

    private void Fire(Action action, long due)
    {
        _ticks = Math.Max(_ticks, due);
        Trace.Add(_ticks);
        action();
    }
}
