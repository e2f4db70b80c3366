using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Prizes;

/// <summary>One tier's <see cref="TierStock"/>, to be changed in place: a claim allocates nothing for it.</summary>
internal sealed class TierInventory
{
    private readonly PrizeTier _rule;
    private readonly SortedSet<ReturnedCode> _returnedCodes = new(Comparer<ReturnedCode>.Create((a, b) => a.Code.CompareTo(b.Code)));
    private readonly string _name;
    private long _stocked;
    private long _open;
    private long _awarded;
    private long _voided;
    private int _inDay;
    private bool _isLow;
    private long _drawn;
    private int _ownCodes;
    private int _ownCodesUsed;

    /// <param name="moments">Of all units, ascending; empty but in the mode moments.</param>
    public TierInventory(PrizeTier rule, TierStock stock, long[] moments)
    {
        (_rule, _name, Moments) = (rule, stock.Name, moments);
        (_stocked, Remaining, _open, _awarded, _voided) = (stock.Stocked, stock.Remaining, stock.Open, stock.Awarded, stock.Voided);
        (Waiting, Day, _inDay, _isLow, _drawn) = (stock.Waiting, stock.Day, stock.InDay, stock.IsLow, stock.Drawn);
        (_ownCodes, _ownCodesUsed) = (stock.OwnCodes, stock.OwnCodesUsed);
        _returnedCodes.UnionWith(stock.ReturnedCodes);
    }

    public long[] Moments { get; private set; }

    public long Stocked => _stocked;

    public long Remaining { get; private set; }

    public long Waiting { get; private set; }

    public int Day { get; private set; }

    public bool HasDays => _rule.MaxPerDay is not null;

    /// <summary>When the next unit wins that has not won yet.</summary>
    public long NextMoment => _drawn < Moments.Length ? Moments[_drawn] : long.MaxValue;

    /// <summary>Uploaded codes that no unit in stock will need.</summary>
    public long SpareCodes => FreeCodes - Remaining;

    public bool HasOwnCodes => _rule.HasOwnCodes;

    public int OwnCodes => _ownCodes;

    public bool RanLow => !_isLow && IsUnderATenth;

    private bool IsUnderATenth => Remaining * 10 < _stocked;

    private long FreeCodes => _ownCodes - _ownCodesUsed + _returnedCodes.Count;

    /// <summary>Whether a unit is there for a play of this local day.</summary>
    public bool CanGive(int day) =>
        Remaining > 0
        && (_rule.MaxPerDay is not { } most || day > Day || _inDay < most)
        && (!_rule.HasOwnCodes || FreeCodes > 0);

    /// <summary>The uploaded code that the next unit gets; default when the engine makes codes.</summary>
    public ReturnedCode NextCode => !_rule.HasOwnCodes ? default
        : _returnedCodes.Count > 0 ? _returnedCodes.Min : new ReturnedCode(_ownCodesUsed + 1, Returns: 0);

    public void Take(PrizeAwarded awarded, bool byMoment)
    {
        if (byMoment && !awarded.FromWaiting)
        {
            if (awarded.Moment != NextMoment)
                throw Impossible("gave a unit whose moment is not the next");
            _drawn++;
        }

        if (awarded.FromWaiting)
            Waiting--;
        if (awarded.Day > Day)
            (Day, _inDay) = (awarded.Day, 0);
        if (awarded.Day != 0)
            _inDay++;
        if (awarded.OwnCode != 0)
            UseCode(new ReturnedCode(awarded.OwnCode, awarded.OwnCodeReturns));
        Remaining--;
        _open++;
        Check();
    }

    /// <summary>A prize card was drawn for somebody who may not have it.</summary>
    public void Withhold()
    {
        Waiting++;
        Check();
    }

    public void Close()
    {
        _open--;
        _awarded++;
        Check();
    }

    /// <summary>Nobody was ever told of the unit: it comes back, with its code, and does not count in its day.</summary>
    public void GiveBack(OpenClaim claim, bool waits)
    {
        _open--;
        Remaining++;
        if (waits)
            Waiting++;
        if (claim.Day != 0 && claim.Day == Day)
            _inDay--;
        if (claim.OwnCode != 0)
            _returnedCodes.Add(new ReturnedCode(claim.OwnCode, claim.OwnCodeReturns + 1));
        Check();
    }

    public void TakeBack(bool restock, bool waits)
    {
        _awarded--;
        if (!restock)
            _voided++;
        else
            Remaining++;
        if (restock && waits)
            Waiting++;
        Check();
    }

    /// <param name="moments">Of the new units.</param>
    public void Add(long count, long[] moments)
    {
        _stocked += count;
        Remaining += count;
        _isLow &= IsUnderATenth;
        AddMoments(moments);
    }

    /// <summary>Those that are used up stay the first: no new one lies before a time that the pool decided at.</summary>
    public void AddMoments(long[] moments)
    {
        if (moments.Length == 0)
            return;
        long[] all = [.. Moments, .. moments];
        Array.Sort(all);
        Moments = all;
    }

    public void MarkLow() => _isLow = true;

    public void KnowCodes(int count)
    {
        if (count < _ownCodes)
            throw Impossible("lost uploaded codes");
        _ownCodes = count;
    }

    public TierStock ToStock() => new(_name, _stocked, Remaining, _open, _awarded)
    {
        Voided = _voided,
        Waiting = Waiting,
        Day = Day,
        InDay = _inDay,
        IsLow = _isLow,
        Drawn = _drawn,
        OwnCodes = _ownCodes,
        OwnCodesUsed = _ownCodesUsed,
        ReturnedCodes = [.. _returnedCodes],
    };

    private void UseCode(ReturnedCode code)
    {
        if (code.Returns == 0 && code.Code == _ownCodesUsed + 1 && code.Code <= _ownCodes)
            _ownCodesUsed++;
        else if (!_returnedCodes.TryGetValue(code, out var kept) || kept != code || !_returnedCodes.Remove(code))
            throw Impossible("handed out a code that was not there");
    }

    private void Check()
    {
        if (Remaining < 0 || _open < 0 || _awarded < 0 || Waiting < 0 || Waiting > Remaining || _inDay < 0)
            throw Impossible("would fall below zero");
    }

    private InvalidOperationException Impossible(string what) => new($"Tier {_name} {what}.");
}
