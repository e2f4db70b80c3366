using System.Collections.Concurrent;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.RateLimits;

/// <summary>
/// Limits what each key asks of this process. Only keys of the registry get in, so there are no more buckets than keys; and
/// those that are full again are dropped once there are many.
/// </summary>
public sealed class RateLimiter(RateLimitOptions options, TimeProvider time)
{
    /// <summary>Buckets of idle keys are looked for whenever so many have come.</summary>
    public const int SweepAt = 1_000;

    private readonly ConcurrentDictionary<Guid, KeyBuckets> _keys = new();
    private int _untilSweep = SweepAt;

    /// <summary>How many keys have buckets.</summary>
    public int Count => _keys.Count;

    public KeyBuckets Of(KeyGrant grant)
    {
        if (_keys.TryGetValue(grant.KeyId, out var buckets))
            return buckets;
        if (Interlocked.Decrement(ref _untilSweep) == 0)
        {
            DropIdle();
            Volatile.Write(ref _untilSweep, SweepAt);
        }

        return _keys.GetOrAdd(grant.KeyId, _ => new KeyBuckets(options, time));
    }

    /// <summary>
    /// For requests that are refused when there is nothing left. Those with an idempotency key have a bucket of their own
    /// then, since they may be replays; only what handles them can tell, so new ones are carried out as well.
    /// </summary>
    /// <returns>The writing of the refusal, or null.</returns>
    public Task? Refuse(HttpContext context, KeyGrant grant)
    {
        if (!options.IsEnabled)
            return null;
        var buckets = Of(grant);
        return buckets.Requests.TryTake(1) || (MayBeReplay(context) && buckets.Keyed.TryTake(1)) ? null : WriteRefusalAsync(context, grant);
    }

    /// <summary>For events, which are looked up when there is nothing left, so that those that were recorded are answered all the same.</summary>
    /// <param name="cost">The number of events.</param>
    public Allowance Admit(KeyGrant grant, int cost)
    {
        if (!options.IsEnabled || cost == 0)
            return Allowance.Granted;
        var buckets = Of(grant);
        return buckets.Requests.TryTake(cost) ? Allowance.Granted
            : buckets.Replays.TryTake(cost) ? Allowance.ReplayOnly
            : Allowance.Refused;
    }

    public Task WriteRefusalAsync(HttpContext context, KeyGrant grant, int cost = 1) => RateLimitAnswer.WriteAsync(
        context, "requests", options.RequestsPerSecond, options.Burst, Of(grant).Requests, cost, ErrorCatalog.RateLimited);

    /// <summary>A key on a route that takes none means nothing.</summary>
    private static bool MayBeReplay(HttpContext context) =>
        context.Request.Headers.ContainsKey(IdempotencyKey.Header)
        && context.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is { } operation
        && operation.Parameters.Any(parameter => parameter.Name == IdempotencyKey.Header);

    private void DropIdle()
    {
        foreach (var (key, buckets) in _keys)
        {
            if (buckets.AreFull)
                _keys.TryRemove(KeyValuePair.Create(key, buckets));
        }
    }
}

/// <summary>How far a request may go. The larger, the less.</summary>
public enum Allowance
{
    Granted,

    /// <summary>It may be answered from what is recorded; nothing new may be recorded.</summary>
    ReplayOnly,
    Refused,
}
