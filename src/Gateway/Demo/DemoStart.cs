using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Gateway.Demo;

/// <summary>
/// Plants the demo once silo and server are up, and before the process calls itself ready. Only in Development and only
/// on loopback: its key is public.
/// </summary>
internal sealed class DemoStart(
    IHostEnvironment environment, ListenAddresses addresses, DemoSeed seed, StartBanner banner, TimeProvider time) : IHostedLifecycleService
{
    /// <summary>In a cluster silos come and go while it starts; half a minute of that is forgiven.</summary>
    private const int MaxAttempts = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var state = !environment.IsDevelopment() ? DemoState.NotDevelopment
            : !addresses.AreLoopback ? DemoState.NotLoopback
            : DemoState.Planted;
        if (state == DemoState.Planted)
            await PlantAsync(cancellationToken);
        banner.Print(Console.Out, state);
    }

    private async Task PlantAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await seed.PlantAsync();
                return;
            }
            catch (Exception exception) when (attempt < MaxAttempts && PassingFailures.IsPassing(exception))
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
