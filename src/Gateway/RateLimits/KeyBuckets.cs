namespace CampaignEngine.Gateway.RateLimits;

/// <summary>What one key has left in this process.</summary>
public sealed class KeyBuckets(RateLimitOptions options, TimeProvider time)
{
    public TokenBucket Requests { get; } = new(options.RequestsPerSecond, options.Burst, time);

    public TokenBucket Replays { get; } = new(options.ReplaysPerSecond, options.ReplayBurst, time);

    /// <summary>For requests other than events that name themselves, so that what was answered before is answered again.</summary>
    public TokenBucket Keyed { get; } = new(options.ReplaysPerSecond, options.ReplayBurst, time);

    public TokenBucket FailedLookups { get; } = new(options.FailedLookupsPerSecond, options.FailedLookupsPerSecond, time);

    /// <summary>Whether new ones would be the same.</summary>
    public bool AreFull => Requests.IsFull && Replays.IsFull && Keyed.IsFull && FailedLookups.IsFull;
}
