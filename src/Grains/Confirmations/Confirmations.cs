using CampaignEngine.Grains.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Confirmations;

/// <summary>
/// Tells grains which of the claims that they hold open their participants have committed. Nobody waits for it, so what
/// comes within a moment goes to a grain in one call. A confirmation that is lost is made up for by the grain asking.
/// </summary>
/// <typeparam name="TGrain">What names the grain.</typeparam>
/// <typeparam name="TClaim">What names the claim there.</typeparam>
/// <param name="scheduler">Where they are sent from; null is the thread pool.</param>
internal abstract partial class Confirmations<TGrain, TClaim>(TimeProvider time, ILogger logger, TaskScheduler? scheduler) where TGrain : notnull
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private const int MaxClaimsInCall = 1024;

    /// <summary>For one grain: when it does not answer for so long, it has to ask anyway.</summary>
    private const int MaxWaiting = 16 * MaxClaimsInCall;

    private readonly Lock _lock = new();

    /// <summary>What waits for each grain that is being told at the moment.</summary>
    private readonly Dictionary<TGrain, List<TClaim>> _waiting = [];

    public void Add(TGrain grain, TClaim claim)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(grain, out var claims))
            {
                if (claims.Count < MaxWaiting)
                    claims.Add(claim);
                else
                    GrainMetrics.ConfirmationsLost.Add(1);
                return;
            }

            _waiting.Add(grain, [claim]);
        }

        // Off the caller's turn: a participant does not wait for it.
        _ = Task.Factory.StartNew(
            () => SendAsync(grain), CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler ?? TaskScheduler.Default);
    }

    protected abstract Task ConfirmAsync(TGrain grain, TClaim[] claims);

    private async Task SendAsync(TGrain grain)
    {
        do
        {
            await Task.Delay(Moment, time);
            foreach (var claims in Take(grain).Chunk(MaxClaimsInCall))
                await TryConfirmAsync(grain, claims);
        }
        while (!IsDone(grain));
    }

    private async Task TryConfirmAsync(TGrain grain, TClaim[] claims)
    {
        try
        {
            await ConfirmAsync(grain, claims);
            GrainMetrics.ConfirmationsDelivered.Add(claims.Length);
        }
        catch (Exception exception)
        {
            GrainMetrics.ConfirmationsLost.Add(claims.Length);
            LogLost(exception, claims.Length);
        }
    }

    private List<TClaim> Take(TGrain grain)
    {
        lock (_lock)
        {
            var claims = _waiting[grain];
            _waiting[grain] = [];
            return claims;
        }
    }

    private bool IsDone(TGrain grain)
    {
        lock (_lock)
            return _waiting[grain].Count == 0 && _waiting.Remove(grain);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} claims stay open until whoever holds them asks.")]
    private partial void LogLost(Exception exception, int count);
}
