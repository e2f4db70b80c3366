namespace CampaignEngine.Gateway.Stopping;

/// <summary>
/// Between "not ready" and the end of listening: load balancers look every few seconds, and what they send until they
/// have looked is still answered. Runs before anything else stops, and within the host's time for stopping.
/// </summary>
internal sealed partial class Drain(GatewayOptions options, TimeProvider time, ILogger<Drain> logger) : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (options.Drain == TimeSpan.Zero)
            return;
        LogDraining(options.Drain.TotalSeconds);
        await Task.Delay(options.Drain, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
