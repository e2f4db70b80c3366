namespace CampaignEngine.Gateway.Admin;

/// <summary>
/// Counts wrong admin tokens, so that guessing fills neither the log nor the processor. The right token is never refused:
/// whoever could lock it out could lock out the operators.
/// </summary>
public sealed class FailedAttempts(TimeProvider time)
{
    public const int Max = 10;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>When the newest failures were, at most <see cref="Max"/> of them; guarded by itself.</summary>
    private readonly Queue<long> _newest = new(Max);

    /// <returns>Null when this failure is within the limit, else how long until one would be.</returns>
    public TimeSpan? Add()
    {
        lock (_newest)
        {
            var now = time.GetTimestamp();
            while (_newest.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= Window)
                _newest.Dequeue();
            if (_newest.Count == Max)
                return Window - time.GetElapsedTime(_newest.Peek(), now);
            _newest.Enqueue(now);
            return null;
        }
    }
}
