using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Verify.Prizes;

/// <summary>The stock of one tier, counted from the pool's entries.</summary>
/// <param name="waits">Whether units that come back wait for the next play (deck, moments).</param>
internal sealed class TierLedger(PrizeTier rule, long stocked, bool waits)
{
    private long _freeCodes;
    private int _knownCodes;
    private int _drawn;

    public PrizeTier Rule => rule;

    public long Stocked { get; private set; } = stocked;

    public long Remaining { get; private set; } = stocked;

    public long Open { get; private set; }

    public long Awarded { get; private set; }

    public long Voided { get; private set; }

    public long Waiting { get; private set; }

    public int Day { get; private set; }

    public int InDay { get; private set; }

    /// <summary>Of all units, ascending; empty but in the mode moments with the seed known.</summary>
    public long[] Moments { get; private set; } = [];

    public long? NextMoment => _drawn < Moments.Length ? Moments[_drawn] : null;

    /// <summary>Always: stocked = remaining + open + awarded + voided, and nothing below zero.</summary>
    public bool IsSound => Stocked == Remaining + Open + Awarded + Voided
        && Remaining >= 0 && Open >= 0 && Awarded >= 0 && Voided >= 0 && Waiting >= 0 && Waiting <= Remaining;

    public bool HasUnits => Remaining > 0 && (!rule.HasOwnCodes || _freeCodes > 0);

    public bool CanGive(int day) => HasUnits && !IsFull(day);

    /// <summary>Whether a local day had as many as <c>maxPerDay</c>.</summary>
    public bool IsFull(int day) => rule.MaxPerDay is { } most && day <= Day && InDay >= most;

    public bool CanGiveWaiting(int day) => Waiting > 0 && CanGive(day);

    public void Take(StoredPrizeTaken? taken)
    {
        Remaining--;
        Open++;
        if (taken is null)
            return;
        if (taken.FromWaiting)
            Waiting--;
        else if (taken.Moment != 0)
            _drawn++;
        if (taken.Day > Day)
            (Day, InDay) = (taken.Day, 0);
        if (taken.Day != 0)
            InDay++;
        if (taken.OwnCode != 0)
            _freeCodes--;
    }

    public void Withhold() => Waiting++;

    public void Close()
    {
        Open--;
        Awarded++;
    }

    public void GiveBack(Award award)
    {
        Open--;
        Remaining++;
        Waiting += waits ? 1 : 0;
        if (award.Day != 0 && award.Day == Day)
            InDay--;
        if (award.HasOwnCode)
            _freeCodes++;
    }

    public void TakeBack(bool restock)
    {
        Awarded--;
        if (!restock)
            Voided++;
        else
            Remaining++;
        Waiting += restock && waits ? 1 : 0;
    }

    public void Add(long count)
    {
        Stocked += count;
        Remaining += count;
    }

    /// <summary>New units have moments behind those that are used up.</summary>
    public void AddMoments(long[] moments)
    {
        long[] all = [.. Moments, .. moments];
        Array.Sort(all);
        Moments = all;
    }

    public void KnowCodes(int count)
    {
        _freeCodes += count - _knownCodes;
        _knownCodes = count;
    }
}
