using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>What the limits of plays make of the expected traffic, in the mean; the same for all runs.</summary>
internal sealed class TrafficPlan
{
    /// <summary>Numbers that <see cref="PlayCounts"/> may compute, about a quarter of a second.</summary>
    public const long MaxCells = 50_000_000;

    private TrafficPlan(IReadOnlyList<PlannedDay> days, IReadOnlyList<CountLimit> limits, long users) =>
        (Days, Limits, Users) = (days, limits, users);

    public IReadOnlyList<PlannedDay> Days { get; }

    /// <summary>Shorter periods first.</summary>
    public IReadOnlyList<CountLimit> Limits { get; }

    public long Users { get; }

    /// <returns>Null when it would take more than <see cref="MaxCells"/>.</returns>
    public static TrafficPlan? Make(
        Traffic traffic, IEnumerable<CountLimit> maxPlays, IReadOnlyList<ForecastDay> days, CancellationToken cancellation)
    {
        CountLimit[] limits = [.. maxPlays.OrderBy(limit => limit.Per)];
        var mostADay = limits.FirstOrDefault(limit => limit.Per == Period.Day)?.Times ?? int.MaxValue;
        (CountLimit Limit, PlayCounts Counts)[] longer =
            [.. limits.Where(limit => limit.Per != Period.Day).Select(limit => (limit, new PlayCounts(limit.Times)))];
        var planned = new List<PlannedDay>(days.Count);
        var cells = 0L;
        for (var i = 0; i < days.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (day, events) = (days[i], traffic.EventsOn(days[i].Date.DayOfWeek) * days[i].Share);
            var visitors = Math.Min(traffic.Users, events * (1 - traffic.RepeatRate));
            // When everybody comes, what is above that are more events of the same people.
            var repeat = events > 0 ? Math.Max(0, 1 - visitors / events) : 0;
            var comes = visitors / traffic.Users;
            var plays = events * (1 - (mostADay == int.MaxValue ? 0 : Sampling.PortableMath.Pow(repeat, mostADay)));
            var places = mostADay == int.MaxValue ? double.MaxValue : (double)traffic.Users * mostADay;
            foreach (var (limit, counts) in longer)
            {
                if (i > 0 && PlayTraffic.IsNewPeriod(limit.Per, days[i - 1], day))
                    counts.Clear();
                places = Math.Min(places, traffic.Users * (limit.Times - counts.Mean));
                var (offered, before) = (plays, counts.Mean);
                cells += counts.AddDay(comes, repeat, mostADay);
                if (cells > MaxCells)
                    return null;
                plays = Math.Min(plays, Math.Max(0, traffic.Users * (counts.Mean - before)));
                // A longer limit sees what the shorter ones let through.
                comes *= offered > 0 ? plays / offered : 0;
            }

            planned.Add(new PlannedDay(day, events, events > 0 ? plays / events : 0, places > 0 ? plays / places : 0));
        }

        return new TrafficPlan(planned, limits, traffic.Users);
    }
}

/// <param name="Events">Mean of the day.</param>
/// <param name="PlaysPerEvent">The share of events that limits let through.</param>
/// <param name="PlaysPerPlace">The share of the plays that limits leave that the day uses.</param>
internal readonly record struct PlannedDay(ForecastDay Day, double Events, double PlaysPerEvent, double PlaysPerPlace);
