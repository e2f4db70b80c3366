using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>Plays in all, and in the newest local day, week and month that had one.</summary>
/// <param name="Periods">The local day, week and month that the three counts belong to.</param>
public readonly record struct PlayCount(long Total, LocalPeriods Periods, int InDay, int InWeek, int InMonth)
{
    public PlayCount With(long number, LocalPeriods now) => new(
        number,
        now,
        (now.Day == Periods.Day ? InDay : 0) + 1,
        (now.Week == Periods.Week ? InWeek : 0) + 1,
        (now.Month == Periods.Month ? InMonth : 0) + 1);

    public long In(Period period, LocalPeriods now) => period switch
    {
        Period.Day => now.Day == Periods.Day ? InDay : 0,
        Period.Week => now.Week == Periods.Week ? InWeek : 0,
        Period.Month => now.Month == Periods.Month ? InMonth : 0,
        Period.Campaign => Total,
        _ => throw new ArgumentOutOfRangeException(nameof(period)),
    };
}
