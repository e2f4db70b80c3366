namespace CampaignEngine.Domain.Stats;

/// <summary>Quarters of an hour, numbered from the year 1 on.</summary>
internal static class Quarter
{
    public const long Ticks = TimeSpan.TicksPerHour / 4;

    public static long Of(DateTimeOffset time) => time.UtcTicks / Ticks;

    public static DateTimeOffset StartOf(long quarter) => new(quarter * Ticks, TimeSpan.Zero);
}
