using System.Collections.Concurrent;
using CampaignEngine.Grains.Interfaces.Keys;

namespace CampaignEngine.Gateway.Keys;

/// <summary>Hands the uses of keys to their apps' grains every minute, and when the process stops.</summary>
public sealed partial class KeyUseReporting(KeyUses uses, IGrainFactory grains, TimeProvider time, ILogger<KeyUseReporting> logger)
    : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const int AtOnce = 16;

    /// <summary>Comes after the server has stopped, so nothing is noted any more, and before the silo has.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await ReportAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Tells what is new. What cannot be told now is told the next time.</summary>
    public async Task ReportAsync()
    {
        var failures = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(uses.News(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (app, _) =>
        {
            try
            {
                KeyUse[] news = [.. app];
                await grains.GetGrain<IKeyUseGrain>(app.Key).Note(news);
                uses.Told(news);
            }
            catch (Exception exception)
            {
                failures.Enqueue(exception);
            }
        });
        if (failures.TryPeek(out var first))
            LogNotReported(first, failures.Count);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await ReportAsync();
    }

    [LoggerMessage(LogLevel.Warning, "When keys were used last could not be handed over for {Count} apps; it is tried again")]
    private partial void LogNotReported(Exception exception, int count);
}
