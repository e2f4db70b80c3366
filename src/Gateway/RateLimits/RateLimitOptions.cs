using System.Globalization;
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
            RequestsPerSecond = ReadNumber(configuration, nameof(RequestsPerSecond), unless.RequestsPerSecond, Max, problems),
            Burst = ReadNumber(configuration, nameof(Burst), unless.Burst, Max, problems),
            ReplaysPerSecond = ReadNumber(configuration, nameof(ReplaysPerSecond), unless.ReplaysPerSecond, Max, problems),
            ReplayBurst = ReadNumber(configuration, nameof(ReplayBurst), unless.ReplayBurst, Max, problems),
            FailedLookupsPerSecond = ReadNumber(configuration, nameof(FailedLookupsPerSecond), unless.FailedLookupsPerSecond, MaxFailedLookups, problems),
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

    private static int ReadNumber(IConfiguration configuration, string name, int unless, int max, StartProblems problems)
    {
        if (configuration[$"RateLimit:{name}"] is not { Length: > 0 } text)
            return unless;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max)
            return number;
        problems.Add($"RateLimit:{name} is \"{text}\". Write a whole number from 1 to {max}.");
        return unless;
    }
}
