using System.Collections.Immutable;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>What somebody expects of a campaign, as docs/forecast.md explains it.</summary>
/// <param name="EventsPerDay">
/// Mean events of a whole day that would be plays if nobody reached a limit; more than 0, at most
/// <see cref="MaxEventsPerDay"/>.
/// </param>
/// <param name="Users">Different people in all, 1 to <see cref="MaxUsers"/>.</param>
/// <param name="RepeatRate">
/// Share of a day's events that come from somebody who had an event on that same day already, 0 to <see cref="MaxRepeatRate"/>.
/// </param>
/// <param name="Weekdays">
/// Seven weights, Monday first, from 0 to <see cref="MaxWeight"/>, together at least <see cref="MinWeights"/>; only their
/// ratios count.
/// </param>
public sealed record Traffic(double EventsPerDay, long Users, double RepeatRate, ImmutableArray<double> Weekdays)
{
    public const double MaxEventsPerDay = 10_000_000;

    public const long MaxUsers = 1_000_000_000;

    public const double MaxRepeatRate = 0.999;

    public const double MaxWeight = 1_000_000;

    public const double MinWeights = 0.001;

    public static readonly ImmutableArray<double> EveryDayAlike = [1, 1, 1, 1, 1, 1, 1];

    /// <summary>Mean events of a whole day of the week.</summary>
    public double EventsOn(DayOfWeek day) => EventsPerDay * Weekdays[((int)day + 6) % 7] * 7 / Weekdays.Sum();
}
