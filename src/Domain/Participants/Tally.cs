using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>What came together in all, and in the newest local day, week and month that added something: plays, uses of a rule, points.</summary>
/// <param name="Periods">The local day, week and month that the three sums belong to.</param>
public readonly record struct Tally(long Total, LocalPeriods Periods, long InDay, long InWeek, long InMonth)
{
    public Tally Add(long amount, LocalPeriods now) => new(
        Total + amount,
        now,
        (now.Day == Periods.Day ? InDay : 0) + amount,
        (now.Week == Periods.Week ? InWeek : 0) + amount,
        (now.Month == Periods.Month ? InMonth : 0) + amount);

    public long In(Period period, LocalPeriods now) => period switch
    {
        Period.Day => now.Day == Periods.Day ? InDay : 0,
        Period.Week => now.Week == Periods.Week ? InWeek : 0,
        Period.Month => now.Month == Periods.Month ? InMonth : 0,
        Period.Campaign => Total,
        _ => throw new ArgumentOutOfRangeException(nameof(period)),
    };

    /// <summary>What a limit leaves at a moment; never below 0, also when the limit was lowered.</summary>
    public long Left(long most, Period period, LocalPeriods now) => Math.Max(0, most - In(period, now));
}
