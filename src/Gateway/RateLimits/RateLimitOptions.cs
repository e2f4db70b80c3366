using CampaignEngine.Hosting.Starting;

namespace CampaignEngine.Gateway.RateLimits;

/// <summary>How many requests a key may make, in each gateway.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Of all numbers: with the clock's ticks they stay far below 2^63.</summary>
    public const int Max = 10_000_000;

    /// <summary>Likewise, with an hour of debt.</summary>
    public const int MaxFailedLookups = 10_000;

    /// <summary><c>RateLimit:Enabled</c>, true unless set. False is for benchmarks, and where something in front limits.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary><c>RateLimit:RequestsPerSecond</c>; an event of a batch counts as a request.</summary>
    public int RequestsPerSecond { get; init; } = 20_000;

    /// <summary><c>RateLimit:Burst</c>: requests at once after a pause.</summary>
    public int Burst { get; init; } = 40_000;

    /// <summary><c>RateLimit:ReplaysPerSecond</c>: events that are looked up, not recorded, and other requests with a key, once the burst is used up.</summary>
    public int ReplaysPerSecond { get; init; } = 5_000;

    /// <summary><c>RateLimit:ReplayBurst</c>.</summary>
    public int ReplayBurst { get; init; } = 10_000;

    /// <summary><c>RateLimit:FailedLookupsPerSecond</c>: codes that are asked for and do not exist. Also the burst.</summary>
    public int FailedLookupsPerSecond { get; init; } = 10;

    public static RateLimitOptions Read(IConfiguration configuration, StartProblems problems)
    {
        var unless = new RateLimitOptions();
        return new RateLimitOptions
        {
            IsEnabled = ReadSwitch(configuration, problems),
            RequestsPerSecond = configuration.ReadWhole("RateLimit:RequestsPerSecond", unless.RequestsPerSecond, 1, Max, problems),
            Burst = configuration.ReadWhole("RateLimit:Burst", unless.Burst, 1, Max, problems),
            ReplaysPerSecond = configuration.ReadWhole("RateLimit:ReplaysPerSecond", unless.ReplaysPerSecond, 1, Max, problems),
            ReplayBurst = configuration.ReadWhole("RateLimit:ReplayBurst", unless.ReplayBurst, 1, Max, problems),
            FailedLookupsPerSecond = configuration.ReadWhole("RateLimit:FailedLookupsPerSecond", unless.FailedLookupsPerSecond, 1, MaxFailedLookups, problems),
        };
    }

    private static bool ReadSwitch(IConfiguration configuration, StartProblems problems)
    {
        if (configuration["RateLimit:Enabled"] is not { Length: > 0 } text)
            return true;
        if (!bool.TryParse(text, out var value))
            problems.Add($"RateLimit:Enabled is \"{text}\". Use true or false.");
        return value;
    }
}
