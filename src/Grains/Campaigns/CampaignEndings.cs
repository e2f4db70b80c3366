using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.PendingWork;
using CampaignEngine.Grains.Registry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Campaigns;

/// <summary>
/// Wakes the campaigns whose end has come, so that the end is journalled without anybody calling; at start, those that
/// ended while no silo ran. Every silo does it: a campaign ends once, whoever wakes it.
/// </summary>
internal sealed partial class CampaignEndings(
    ICampaignDirectory directory, IGrainFactory grains, IHostApplicationLifetime lifetime, TimeProvider time,
    ILogger<CampaignEndings> logger)
    : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        var failing = false;
        do
        {
            try
            {
                await EndAllDueAsync(stoppingToken);
                failing = false;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Once, not every second: what is due stays due.
                if (!failing)
                    LogNotEnded(exception);
                failing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One campaign's trouble must not keep the others from ending.</summary>
    private async Task EndAllDueAsync(CancellationToken stoppingToken) =>
        await Task.WhenAll((await directory.ListDueAsync(time.GetUtcNow(), stoppingToken))
            .Select(campaign => grains.GetGrain<ICampaignGrain>(CampaignKey.Format(campaign)).Resume()));
}
