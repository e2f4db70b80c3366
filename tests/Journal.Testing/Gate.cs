namespace CampaignEngine.Journal.Testing;

/// <summary>A point where appends stop until the test lets them go on.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when somebody stands at the gate or has passed it.</summary>
    public Task Reached => _reached.Task;

    /// <summary>For good: who comes later passes at once.</summary>
    public void Open() => _opened.TrySetResult();

    public Task PassAsync()
    {
        _reached.TrySetResult();
        return _opened.Task;
    }
}
