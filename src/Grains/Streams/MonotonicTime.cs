namespace CampaignEngine.Grains.Streams;

/// <summary>A stream's time never runs backwards: an entry's time is the clock's, or that of the entry before.</summary>
internal static class MonotonicTime
{
    public static DateTimeOffset Max(DateTimeOffset clock, DateTimeOffset previous) => clock > previous ? clock : previous;
}
