namespace CampaignEngine.Domain.Forecasts;

/// <summary>Cuts a time into the local days of a time zone, daylight saving included.</summary>
internal static class ForecastDays
{
    /// <returns>How many days there are at most, without looking at each.</returns>
    public static long AtMost(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, (long)(to - from).TotalDays) + 2;

    public static List<ForecastDay> Between(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var days = new List<ForecastDay>();
        if (from >= to)
            return days;
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        var start = StartOf(date, zone);
        for (var at = from; at < to; date = date.AddDays(1))
        {
            var end = date < DateOnly.MaxValue ? StartOf(date.AddDays(1), zone) : to;
            var until = end < to ? end : to;
            if (until > at)
                days.Add(new ForecastDay(date, date.DayNumber / 7, date.Year * 12 + date.Month, at, until, (until - at) / (end - start)));
            (start, at) = (end, until > at ? until : at);
            if (date == DateOnly.MaxValue)
                break;
        }

        return days;
    }

    /// <summary>The first moment of a local day; where the clock skips midnight, the moment to which it skips.</summary>
    private static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        // Where the clock is set back over midnight there are two: the day begins with the earlier.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(Math.Max(local.Ticks - offset.Ticks, 0), TimeSpan.Zero);
    }
}
