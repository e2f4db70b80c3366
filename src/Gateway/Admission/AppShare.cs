namespace CampaignEngine.Gateway.Admission;

/// <summary>What one app has in the gate. Everything in it is under the gate's lock.</summary>
internal sealed class AppShare
{
    /// <summary>In the order in which they came.</summary>
    private readonly LinkedList<Waiter> _waiting = new();

    /// <summary>Units of work under way.</summary>
    public int InUse { get; set; }

    /// <summary>How many wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Who has waited longest; only when somebody waits.</summary>
    public Waiter First => _waiting.First!.Value;

    public void Add(Waiter waiter) => _waiting.AddLast(waiter);

    public Waiter RemoveFirst()
    {
        var first = First;
        _waiting.RemoveFirst();
        return first;
    }

    /// <summary>Who has waited for the shortest time loses the least.</summary>
    public Waiter RemoveLast()
    {
        var last = _waiting.Last!.Value;
        _waiting.RemoveLast();
        return last;
    }
}

/// <param name="Cost">Units.</param>
/// <param name="Until">The timestamp from which on it is refused.</param>
internal sealed record Waiter(int Cost, long Until)
{
    // What goes on does so on a thread of its own, not under the gate's lock.
    private readonly TaskCompletionSource<bool> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True when there is a place.</summary>
    public Task<bool> Answer => _answer.Task;

    public void Resolve(bool isAdmitted) => _answer.SetResult(isAdmitted);
}
