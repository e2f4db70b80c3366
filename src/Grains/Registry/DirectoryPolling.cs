using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Registry;

/// <summary>Keeps this process's copy of the registry fresh, so that requests need not wait for it.</summary>
internal sealed partial class DirectoryPolling(ICampaignDirectory directory, TimeProvider time, ILogger<DirectoryPolling> logger)
    : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var failing = false;
        do
        {
            try
            {
                await directory.RefreshAsync();
                failing = false;
            }
            catch (DirectoryUnavailableException exception)
            {
                if (!failing)
                    LogUnreadable(exception);
                failing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
