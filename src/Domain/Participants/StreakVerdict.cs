using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>Why a streak's bonus is given or not. Source order is check order.</summary>
public enum StreakReason
{
    OtherEventType = 1,

    /// <summary>The day had an event of the streak before.</summary>
    DayCounted = 2,

    /// <summary>The streak is too short or, where the bonus repeats, at no multiple.</summary>
    NotReached = 3,

    /// <summary>A streak of the participant was that long before, and the bonus does not repeat.</summary>
    AlreadyReached = 4,
    Applied = 5,
}

internal static class StreakVerdict
{
    /// <param name="days">How long the event makes the streak; 0 when it is not of a streak's type.</param>
    public static StreakReason Of(StreakBonus bonus, Streak before, int days, int today)
    {
        if (days == 0)
            return StreakReason.OtherEventType;
        if (before.Days > 0 && before.LastDay == today)
            return StreakReason.DayCounted;
        if (bonus.Repeats ? days % bonus.Days != 0 : days < bonus.Days)
            return StreakReason.NotReached;
        return !bonus.Repeats && before.Longest >= bonus.Days ? StreakReason.AlreadyReached : StreakReason.Applied;
    }
}
