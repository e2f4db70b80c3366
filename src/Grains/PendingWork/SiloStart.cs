using Microsoft.Extensions.Hosting;

namespace CampaignEngine.Grains.PendingWork;

internal static class SiloStart
{
    /// <summary>Waits until the host runs: a silo that is starting has no place for a grain yet.</summary>
    public static async Task StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }
}
