using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Hosting.Clients;

/// <summary>
/// Orleans connects to a silo when something is to be sent to one. While no silo can be reached requests are refused
/// before that, so this sends something.
/// </summary>
internal sealed partial class Reconnection(
    ClientAccess access, IGrainFactory grains, TimeProvider time, ILogger<Reconnection> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        var wasLost = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (access.IsLost)
                await TryAsync(stoppingToken);
            if (access.IsLost != wasLost)
                Log(wasLost = access.IsLost);
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, stoppingToken).WaitAsync(Pause, time, stoppingToken);
        }
        catch (Exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Whether it is connected now is what the access counts.
        }
    }

    private void Log(bool isLost)
    {
        if (isLost)
            LogLost();
        else
            LogRecovered();
    }

    [LoggerMessage(LogLevel.Warning, "No silo of the cluster can be reached; requests get 503 until one can")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Warning, "The cluster can be reached again")]
    private partial void LogRecovered();
}
