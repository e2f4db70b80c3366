using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Diagnostics;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Prizes;

/// <summary>
/// Tells pools which awards their participants have committed. Nobody waits for it, so what comes within a moment goes
/// to a pool in one call. A confirmation that is lost is made up for by the participant's next claim, or by the pool
/// asking.
/// </summary>
internal sealed partial class AwardConfirmations(IGrainFactory grains, TimeProvider time, ILogger<AwardConfirmations> logger)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private const int MaxAwardsInCall = 1024;

    private readonly Lock _lock = new();

    /// <summary>What waits for each pool that is being told at the moment.</summary>
    private readonly Dictionary<CampaignId, List<long>> _waiting = [];

    public void Add(CampaignId campaign, long award)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(campaign, out var awards))
            {
                awards.Add(award);
                return;
            }

            _waiting.Add(campaign, [award]);
        }

        // Off the caller's turn: a participant does not wait for the pool.
        _ = Task.Run(() => SendAsync(campaign));
    }

    private async Task SendAsync(CampaignId campaign)
    {
        var pool = grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign));
        do
        {
            await Task.Delay(Moment, time);
            foreach (var awards in Take(campaign).Chunk(MaxAwardsInCall))
                await ConfirmAsync(pool, awards);
        }
        while (!IsDone(campaign));
    }

    private async Task ConfirmAsync(IPrizePoolGrain pool, long[] awards)
    {
        try
        {
            await pool.Confirm(awards);
            GrainMetrics.ConfirmationsDelivered.Add(awards.Length);
        }
        catch (Exception exception)
        {
            GrainMetrics.ConfirmationsLost.Add(awards.Length);
            LogLost(exception, awards.Length);
        }
    }

    private List<long> Take(CampaignId campaign)
    {
        lock (_lock)
        {
            var awards = _waiting[campaign];
            _waiting[campaign] = [];
            return awards;
        }
    }

    private bool IsDone(CampaignId campaign)
    {
        lock (_lock)
            return _waiting[campaign].Count == 0 && _waiting.Remove(campaign);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} awards stay open until their pool asks.")]
    private partial void LogLost(Exception exception, int count);
}
