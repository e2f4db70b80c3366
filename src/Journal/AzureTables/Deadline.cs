namespace CampaignEngine.Journal.AzureTables;

/// <summary>When a caller must have an answer, in monotonic time: a wall clock may jump.</summary>
internal readonly struct Deadline(TimeProvider clock, TimeSpan time)
{
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Zero when it has passed.</summary>
    public TimeSpan Left
    {
        get
        {
            var left = time - clock.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
