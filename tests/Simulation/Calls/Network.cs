using CampaignEngine.Simulation.Tests.Scheduling;

namespace CampaignEngine.Simulation.Tests.Calls;

/// <summary>Carries calls to activations, and answers back: late, in another order, to another silo, or not at all.</summary>
internal sealed class Network(Loop loop, NetworkFaults faults)
{
    /// <summary>After which a caller gives up, as with Orleans.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly List<Silo> _silos = [];

    public IReadOnlyList<Silo> Silos => _silos;

    public void Add(Silo silo) => _silos.Add(silo);

    public Task<object?> CallAsync(GrainCall call)
    {
        loop.After(s_patience, () => call.Answer.TrySetException(new TimeoutException($"No answer of {call.Grain}.")));
        if (!faults.Loses())
            loop.After(faults.Delay(), () => Deliver(call));
        return call.Answer.Task;
    }

    public void Answer(GrainCall call, Task<object?> done)
    {
        if (faults.Loses())
            return;
        loop.After(faults.Delay(), () =>
        {
            if (done.Exception is { } failure)
                call.Answer.TrySetException(failure.InnerExceptions);
            else
                call.Answer.TrySetResult(done.Result);
        });
    }

    /// <summary>The silo of a call is gone, and its caller hears of it.</summary>
    public void Break(GrainCall call) => loop.After(
        faults.Delay(), () => call.Answer.TrySetException(new SiloUnavailableException("The silo is gone.")));

    private void Deliver(GrainCall call)
    {
        // Of the key, and not its hash code, which differs from process to process.
        var home = call.Grain.Key[^1] % _silos.Count;
        var silo = _silos[faults.GoesAstray() ? faults.Choose(_silos.Count) : home];
        silo.Deliver(call);
    }
}
