using CampaignEngine.Gateway.Admission;

namespace CampaignEngine.Gateway.Tests.Admission;

/// <summary>Apps that each keep so many requests at the gate; in each step one that is under way ends, chosen at random from a fixed seed.</summary>
internal sealed class Crowd(AdmissionGate gate, int[] wanted)
{
    private readonly Random _random = new(7);
    private readonly Guid[] _apps = [.. wanted.Select(_ => Guid.NewGuid())];
    private readonly int[] _running = new int[wanted.Length];
    private readonly List<Task<bool>>[] _waiting = [.. wanted.Select(_ => new List<Task<bool>>())];

    /// <summary>How many of each app's requests ended.</summary>
    public int[] Served { get; } = new int[wanted.Length];

    public void Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            for (var app = 0; app < wanted.Length; app++)
                Send(app);
            for (var app = 0; app < wanted.Length; app++)
                Settle(app);
            var leaving = Pick();
            Served[leaving]++;
            _running[leaving]--;
            gate.Leave(_apps[leaving], 1);
        }
    }

    private void Send(int app)
    {
        for (var missing = wanted[app] - _running[app] - _waiting[app].Count; missing > 0; missing--)
            _waiting[app].Add(gate.EnterAsync(_apps[app], 1).AsTask());
    }

    private void Settle(int app)
    {
        _running[app] += _waiting[app].Count(entry => entry is { IsCompleted: true, Result: true });
        _waiting[app].RemoveAll(entry => entry.IsCompleted);
    }

    private int Pick()
    {
        var place = _random.Next(_running.Sum());
        for (var app = 0; ; app++)
        {
            place -= _running[app];
            if (place < 0)
                return app;
        }
    }
}
