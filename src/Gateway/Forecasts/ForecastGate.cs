namespace CampaignEngine.Gateway.Forecasts;

/// <summary>
/// One forecast at a time in a process, on a thread of its own that gives way to others: forecasts compute for up to a
/// second or two, and events must not wait for them.
/// </summary>
/// <param name="patience">How long one waits for its turn.</param>
public sealed class ForecastGate(TimeSpan patience) : IDisposable
{
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1);

    /// <returns>Null when it was not its turn in time.</returns>
    /// <exception cref="OperationCanceledException">Cancelled while it waited or computed.</exception>
    public async Task<T?> RunAsync<T>(Func<CancellationToken, T> compute, CancellationToken cancellation) where T : class
    {
        if (!await _turn.WaitAsync(patience, cancellation))
            return null;
        try
        {
            return await Task.Factory.StartNew(Compute, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _turn.Release();
        }

        T Compute()
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
            return compute(cancellation);
        }
    }

    public void Dispose() => _turn.Dispose();
}
