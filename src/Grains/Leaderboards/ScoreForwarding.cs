using System.Collections.Concurrent;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Leaderboards;
using CampaignEngine.Grains.PendingWork;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Leaderboards;

/// <summary>
/// Tells the boards what this silo's participants have committed: every <see cref="Interval"/>, again until it is taken.
/// What is lost with the silo the board reads from the journal.
/// </summary>
internal sealed partial class ScoreForwarding(
    IGrainFactory grains, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ScoreForwarding> logger)
    : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>In one call, so that the board is not kept from answering for long.</summary>
    private const int MaxChangesInCall = 500;

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<CampaignId, ScoreQueue> _queues = new();

    /// <summary>For every committed entry that changes a participant's summary: cheap, and never waits for a board.</summary>
    public void Add(CampaignId campaign, in ScoreChange change) => _queues.GetOrAdd(campaign, static _ => new ScoreQueue()).Add(change);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (campaign, queue) in _queues)
            {
                // Not awaited: a board that does not answer must not keep the others waiting.
                if (queue.TryBegin(out var changes, out var missedSome))
                    _ = SendAsync(campaign, queue, changes, missedSome, stoppingToken);
            }
        }
    }

    private async Task SendAsync(
        CampaignId campaign, ScoreQueue queue, IReadOnlyCollection<ScoreChange> changes, bool missedSome, CancellationToken stoppingToken)
    {
        var taken = 0;
        try
        {
            var board = grains.GetGrain<ILeaderboardGrain>(CampaignKey.Format(campaign));
            foreach (var piece in missedSome && changes.Count == 0 ? [[]] : changes.Chunk(MaxChangesInCall))
            {
                queue.Activation = (await board.Take(new ScoreChanges(piece, queue.Activation, missedSome))).Activation;
                (taken, missedSome) = (taken + piece.Length, false);
            }
        }
        catch (Exception exception)
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                LogNotTaken(exception, campaign.Value);
                await Task.Delay(PauseAfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        queue.End(changes.Skip(taken), missedSome);
    }
}
