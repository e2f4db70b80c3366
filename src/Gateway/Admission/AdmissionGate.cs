namespace CampaignEngine.Gateway.Admission;

/// <summary>
/// Lets as many requests work at once as the limit says; a few more wait for a short while, and the rest is refused, so that
/// what is accepted is answered soon however many come. A place that becomes free goes to the app that holds the fewest, and
/// a full queue drops the newest of the app that has most in it: an app that floods waits for itself, not others for it.
/// </summary>
/// <remarks>
/// Not the framework's limiters: their queue is one for all partitions, so that whoever floods fills it for everybody; an
/// app's limit cannot follow how many apps are there; and nobody in it is refused for having waited too long.
/// </remarks>
public sealed class AdmissionGate
{
    private readonly AdmissionOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly long _patience;
    private readonly Lock _lock = new();

    /// <summary>Only apps of the registry come here, so there are no more than it may have.</summary>
    private readonly Dictionary<Guid, AppShare> _apps = [];

    /// <summary>Those of whom somebody waits.</summary>
    private readonly List<AppShare> _waiting = [];

    private int _inUse;
    private int _queued;

    public AdmissionGate(AdmissionOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _patience = options.QueueMilliseconds * time.TimestampFrequency / 1_000;
        _timer = time.CreateTimer(_ => RefuseLate(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Units of work under way.</summary>
    public int InUse => Volatile.Read(ref _inUse);

    /// <summary>Requests that wait.</summary>
    public int Queued => Volatile.Read(ref _queued);

    /// <param name="cost">At least 1. More than an app may hold is as much as it may hold.</param>
    /// <returns>False when there is no place. After true, <see cref="Leave"/> with the same numbers.</returns>
    public ValueTask<bool> EnterAsync(Guid app, int cost)
    {
        cost = Bounded(cost);
        lock (_lock)
        {
            if (!_apps.TryGetValue(app, out var share))
                _apps.Add(app, share = new AppShare());
            // Nobody overtakes whom only the lack of room keeps, so that a large request comes to its turn.
            if (share.Waiting == 0 && HasRoom(share, cost) && (_queued == 0 || NextToServe() is null))
            {
                Take(share, cost);
                return ValueTask.FromResult(true);
            }

            if (_queued >= _options.Queue && !TryMakeRoom(share))
                return ValueTask.FromResult(false);
            var waiter = new Waiter(cost, _time.GetTimestamp() + _patience);
            Enqueue(share, waiter);
            Serve();
            return new ValueTask<bool>(waiter.Answer);
        }
    }

    public void Leave(Guid app, int cost)
    {
        lock (_lock)
        {
            cost = Bounded(cost);
            _apps[app].InUse -= cost;
            _inUse -= cost;
            Serve();
        }
    }

    private int Bounded(int cost) => Math.Min(cost, _options.LimitOfOneApp);

    private bool HasRoom(AppShare share, int cost) =>
        _inUse + cost <= _options.Limit && share.InUse + cost <= _options.LimitOfOneApp;

    private void Take(AppShare share, int cost)
    {
        share.InUse += cost;
        _inUse += cost;
    }

    private void Serve()
    {
        // Ends when the next one does not fit: a large request then finds room sooner or later.
        while (_queued > 0 && NextToServe() is { } share && _inUse + share.First.Cost <= _options.Limit)
        {
            var waiter = share.RemoveFirst();
            // Behind the others, so that among those that hold as many each has its turn.
            _waiting.Remove(share);
            _waiting.Add(share);
            Forget(share);
            Take(share, waiter.Cost);
            waiter.Resolve(isAdmitted: true);
        }
    }

    /// <summary>The app that holds the fewest, of those that may have what they wait for.</summary>
    private AppShare? NextToServe()
    {
        AppShare? next = null;
        foreach (var share in _waiting)
        {
            if ((next is null || share.InUse < next.InUse) && share.InUse + share.First.Cost <= _options.LimitOfOneApp)
                next = share;
        }

        return next;
    }

    /// <summary>Refuses one of the app that has most in the queue, if that has more than the newcomer's would have.</summary>
    private bool TryMakeRoom(AppShare newcomer)
    {
        if (_waiting.MaxBy(share => share.Waiting) is not { } longest || longest.Waiting <= newcomer.Waiting + 1)
            return false;
        var dropped = longest.RemoveLast();
        Forget(longest);
        dropped.Resolve(isAdmitted: false);
        return true;
    }

    private void Enqueue(AppShare share, Waiter waiter)
    {
        if (share.Waiting == 0)
            _waiting.Add(share);
        share.Add(waiter);
        if (++_queued == 1)
            _timer.Change(TimeSpan.FromMilliseconds(_options.QueueMilliseconds), Timeout.InfiniteTimeSpan);
    }

    /// <summary>After one of its waiters was taken out.</summary>
    private void Forget(AppShare share)
    {
        _queued--;
        if (share.Waiting == 0)
            _waiting.Remove(share);
    }

    private void RefuseLate()
    {
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            var next = long.MaxValue;
            for (var i = _waiting.Count - 1; i >= 0; i--)
            {
                var share = _waiting[i];
                while (share.Waiting > 0 && share.First.Until <= now)
                {
                    var late = share.RemoveFirst();
                    Forget(share);
                    late.Resolve(isAdmitted: false);
                }

                if (share.Waiting > 0)
                    next = Math.Min(next, share.First.Until);
            }

            // One that was in front may have been too large for what is free.
            Serve();
            if (_queued > 0)
                _timer.Change(_time.GetElapsedTime(now, Math.Max(next, now)) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }
    }
}
