namespace CampaignEngine.Domain.Stats;

/// <summary>Hours or days in a row, those in which nothing happened too.</summary>
public static class Series
{
    /// <summary>In one answer, about: a range that begins or ends within a point has that point whole.</summary>
    public const int MaxPoints = 1_000;

    /// <summary>The longest time that a series may be asked for.</summary>
    public static TimeSpan MaxLength(SeriesInterval interval) => LengthOf(interval) * MaxPoints;

    /// <summary>What is shown when only the end is given: a day of hours, 30 days.</summary>
    public static TimeSpan UsualLength(SeriesInterval interval) => LengthOf(interval) * (interval == SeriesInterval.Hour ? 24 : 30);

    /// <summary>The points that have some of the time between the two moments in them, each whole.</summary>
    /// <param name="to">Excluded.</param>
    /// <param name="zone">Of days.</param>
    public static List<SeriesPoint> Of(
        ActivityLog log, SeriesInterval interval, DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        List<SeriesPoint> points = [];
        if (to <= from)
            return points;
        var (first, last) = (Quarter.Of(from), Quarter.Of(to.AddTicks(-1)));
        var (firstStart, lastStart) = (StartOf(first, interval, zone), StartOf(last, interval, zone));
        while (first > 0 && StartOf(first - 1, interval, zone) == firstStart)
            first--;
        while (last < Quarter.Of(DateTimeOffset.MaxValue) && StartOf(last + 1, interval, zone) == lastStart)
            last++;
        for (var quarter = first; quarter <= last; quarter++)
        {
            var start = StartOf(quarter, interval, zone);

            // Where clocks are set back over midnight, the hour that comes twice belongs to the new day.
            if (points.Count == 0 || points[^1].Start < start)
                points.Add(new SeriesPoint(start, default));
            points[^1] = points[^1] with { Activity = points[^1].Activity + log.At(quarter) };
        }

        return points;
    }

    private static TimeSpan LengthOf(SeriesInterval interval) =>
        interval == SeriesInterval.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);

    private static DateTime StartOf(long quarter, SeriesInterval interval, TimeZoneInfo zone)
    {
        var moment = Quarter.StartOf(quarter);
        if (interval == SeriesInterval.Hour)
            return new DateTime(moment.UtcTicks - moment.UtcTicks % TimeSpan.TicksPerHour, DateTimeKind.Utc);
        var ticks = Math.Clamp(moment.UtcTicks + zone.GetUtcOffset(moment).Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return DateTime.SpecifyKind(new DateTime(ticks).Date, DateTimeKind.Utc);
    }
}
