namespace CampaignEngine.Journal.Entries;

internal static class Ticks
{
    public static DateTimeOffset ToTime(long ticks)
    {
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks)
            throw new InvalidDataException($"{ticks} ticks are not a time.");
        return new DateTimeOffset(ticks, TimeSpan.Zero);
    }
}
