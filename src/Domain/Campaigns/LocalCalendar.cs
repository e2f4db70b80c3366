namespace CampaignEngine.Domain.Campaigns;

/// <summary>
/// Local days, weeks and months of one time zone, daylight saving included. Thread safe. The last answer is kept for
/// its minute: since 2000 every zone's offset changes on a whole minute, so inside one the answer is the same.
/// </summary>
internal sealed class LocalCalendar(TimeZoneInfo zone)
{
    private sealed record Answer(long Minute, LocalPeriods Periods);

    private volatile Answer _last = new(-1, default);

    public LocalPeriods At(DateTimeOffset moment)
    {
        var minute = moment.UtcTicks / TimeSpan.TicksPerMinute;
        var last = _last;
        if (last.Minute != minute)
            _last = last = new Answer(minute, Compute(moment));
        return last.Periods;
    }

    private LocalPeriods Compute(DateTimeOffset moment)
    {
        // The clock may be set to the very ends of what DateTime holds; there the local day stays inside.
        var ticks = moment.UtcTicks + zone.GetUtcOffset(moment).Ticks;
        var local = new DateTime(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));

        // 0001-01-01 was a Monday, so whole weeks since then begin on Mondays.
        var day = DateOnly.FromDateTime(local).DayNumber;
        return new LocalPeriods(day, day / 7, (local.Year - 1) * 12 + local.Month - 1);
    }
}
