using CampaignEngine.Hosting.Starting;

namespace CampaignEngine.Gateway.Admission;

/// <summary>How much a gateway works on at once, and how much may wait. Unlike a rate limit it is about all clients together.</summary>
public sealed class AdmissionOptions
{
    public const int MaxLimit = 100_000;

    public const int MaxQueueMilliseconds = 10_000;

    /// <summary>
    /// <c>Admission:Limit</c>: units of work under way; a request is one, and one more for every
    /// <see cref="AdmissionCost.BytesPerUnit"/> of its body. At least 4, so that an app's share is a part of it.
    /// </summary>
    public int Limit { get; init; } = 256;

    /// <summary><c>Admission:Queue</c>: requests that wait for a place, of all apps. 0: none waits.</summary>
    public int Queue { get; init; } = 512;

    /// <summary><c>Admission:QueueMilliseconds</c>: how long one waits, before it is refused.</summary>
    public int QueueMilliseconds { get; init; } = 200;

    /// <summary>A quarter stays free for others, so that an app whose requests hang does not hang theirs.</summary>
    public int LimitOfOneApp => Limit - Limit / 4;

    public static AdmissionOptions Read(IConfiguration configuration, StartProblems problems)
    {
        var unless = new AdmissionOptions();
        return new AdmissionOptions
        {
            Limit = configuration.ReadWhole("Admission:Limit", unless.Limit, 4, MaxLimit, problems),
            Queue = configuration.ReadWhole("Admission:Queue", unless.Queue, 0, MaxLimit, problems),
            QueueMilliseconds = configuration.ReadWhole("Admission:QueueMilliseconds", unless.QueueMilliseconds, 1, MaxQueueMilliseconds, problems),
        };
    }
}
