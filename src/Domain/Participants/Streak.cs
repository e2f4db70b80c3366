namespace CampaignEngine.Domain.Participants;

/// <summary>Local days in a row with an event of the streak's types.</summary>
/// <param name="Days">Of the newest streak, whether it still goes on or not; 0 before the first.</param>
/// <param name="LastDay">The newest day that counted, as <see cref="Campaigns.LocalPeriods"/> counts days.</param>
/// <param name="Longest">Days of the longest streak so far.</param>
public readonly record struct Streak(int Days, int LastDay, int Longest)
{
    /// <summary>How long it is on a day: a streak goes on through the day after its last.</summary>
    public int DaysOn(int today) => today <= LastDay + 1 ? Days : 0;

    /// <summary>How long an event of that day makes it. A second event on one day changes nothing.</summary>
    public int DaysWith(int today) => Days > 0 && today == LastDay ? Days : DaysOn(today) + 1;

    public Streak With(int days, int day) => new(days, day, Math.Max(Longest, days));
}
