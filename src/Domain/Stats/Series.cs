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

    /// <summary>The beginning of what is shown when only the end is given.</summary>
    public static DateTimeOffset UsualStart(SeriesInterval interval, DateTimeOffset end) =>
        end - DateTimeOffset.MinValue > UsualLength(interval) ? end - UsualLength(interval) : DateTimeOffset.MinValue;

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
        var (firstPoint, lastPoint) = (NumberOf(first, interval, zone), NumberOf(last, interval, zone));
        while (first > 0 && NumberOf(first - 1, interval, zone) == firstPoint)
            first--;
        while (last < Quarter.Of(DateTimeOffset.MaxValue) && NumberOf(last + 1, interval, zone) == lastPoint)
            last++;
        var newest = long.MinValue;
        for (var quarter = first; quarter <= last; quarter++)
        {
            // Where clocks are set back over midnight, the hour that comes twice belongs to the new day.
            if (NumberOf(quarter, interval, zone) is var number && number > newest)
            {
                points.Add(new SeriesPoint(Quarter.StartOf(quarter), default));
                newest = number;
            }

            points[^1] = points[^1] with { Activity = points[^1].Activity + log.At(quarter) };
        }

        return points;
    }

    private static TimeSpan LengthOf(SeriesInterval interval) =>
        interval == SeriesInterval.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);

    /// <summary>Hours of UTC and days of the zone, both counted from the year 1 on.</summary>
    private static long NumberOf(long quarter, SeriesInterval interval, TimeZoneInfo zone)
    {
        var moment = Quarter.StartOf(quarter);
        var offset = interval == SeriesInterval.Hour ? TimeSpan.Zero : zone.GetUtcOffset(moment);
        var ticks = Math.Clamp(moment.UtcTicks + offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return ticks / LengthOf(interval).Ticks;
    }
}
