using CampaignEngine.Simulation.Tests.Scheduling;

namespace CampaignEngine.Simulation.Tests.Calls;

/// <summary>A grain in memory: its calls run one after another, or interleave at awaits when it is re-entrant.</summary>
internal sealed class Activation(Lane lane, Network network, bool isReentrant)
{
    private readonly Queue<GrainCall> _waiting = new();
    private readonly HashSet<GrainCall> _running = [];

    public Lane Lane => lane;

    public object? Instance { get; set; }

    public void Deliver(GrainCall call)
    {
        _waiting.Enqueue(call);
        StartNext();
    }

    /// <summary>Takes what has not begun; what runs goes on to its end.</summary>
    public IReadOnlyList<GrainCall> Leave()
    {
        var left = _waiting.ToArray();
        _waiting.Clear();
        return left;
    }

    /// <summary>Ends in the middle of whatever it does.</summary>
    public void Kill()
    {
        lane.End();
        foreach (var call in _running.Concat(_waiting))
            network.Break(call);
    }

    private void StartNext()
    {
        while ((isReentrant || _running.Count == 0) && _waiting.TryDequeue(out var call))
        {
            _running.Add(call);
            lane.Post(_ => _ = RunAsync(call), null);
        }
    }

    private async Task RunAsync(GrainCall call)
    {
        Task<object?> done;
        try
        {
            done = call.InvokeAsync(Instance!);
            await done;
        }
        catch (Exception exception)
        {
            done = Task.FromException<object?>(exception);
        }

        _running.Remove(call);
        network.Answer(call, done);
        StartNext();
    }
}
