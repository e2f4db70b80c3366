namespace CampaignEngine.Simulation.Tests.Scheduling;

/// <summary>What runs one after another, in order: a grain's activation, a client. Can be held, as a stopped process is, and ended.</summary>
internal sealed class Lane(Loop loop, int number) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _work = new();
    private bool _isReady;
    private bool _isHeld;
    private bool _isEnded;

    public int Number => number;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_isEnded)
            return;
        _work.Enqueue((d, state));
        BeReady();
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nobody waits for a lane.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Nothing of it runs until <see cref="Continue"/>.</summary>
    public void Hold() => _isHeld = true;

    public void Continue()
    {
        _isHeld = false;
        BeReady();
    }

    /// <summary>Nothing of it runs any more.</summary>
    public void End()
    {
        _isEnded = true;
        _work.Clear();
    }

    /// <summary>Runs what is next.</summary>
    /// <returns>Whether there is more.</returns>
    public bool RunOne()
    {
        if (!_isHeld && _work.TryDequeue(out var next))
        {
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                next.Callback(next.State);
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }

        return _isReady = !_isHeld && _work.Count > 0;
    }

    private void BeReady()
    {
        if (_isReady || _isHeld || _work.Count == 0)
            return;
        _isReady = true;
        loop.Ready(this);
    }
}
