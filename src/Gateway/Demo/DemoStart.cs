namespace CampaignEngine.Gateway.Demo;

/// <summary>
/// Plants the demo once silo and server are up, and before the process calls itself ready. Only in Development and only
/// on loopback: its key is public.
/// </summary>
internal sealed class DemoStart(
    IHostEnvironment environment, ListenAddresses addresses, DemoSeed seed, StartBanner banner) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var state = !environment.IsDevelopment() ? DemoState.NotDevelopment
            : !addresses.AreLoopback ? DemoState.NotLoopback
            : DemoState.Planted;
        if (state == DemoState.Planted)
            await seed.PlantAsync();
        banner.Print(Console.Out, state);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
