using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Prizes;

/// <summary>What those who manage a campaign do to its stock. Synchronous, as <see cref="Decide"/> is.</summary>
public sealed partial class PrizePool
{
    /// <summary>Units that a tier is ever stocked with, at most.</summary>
    public const long MaxStocked = 10_000_000;

    /// <summary>Of all tiers together in the mode moments, where each unit takes memory.</summary>
    public const long MaxMoments = 1_000_000;

    private readonly Dictionary<long, WinTakenBack> _takenBack = [];

    /// <summary>Wins that were taken back and whose participants have not recorded it yet.</summary>
    public IReadOnlyCollection<WinTakenBack> TakenBack => _takenBack.Values;

    public bool IsTakenBack(long award) => _takenBack.ContainsKey(award);

    /// <summary>Why units may not be added, or null.</summary>
    /// <param name="add">0 or more.</param>
    /// <param name="ownCodes">Uploaded codes of the tier; 0 where it has none.</param>
    public StockRefusal? RefusalOf(int tier, long add, int ownCodes)
    {
        if (add == 0)
            return null;
        if (rules.Mode == InstantWinMode.Deck)
            return StockRefusal.StockFixed;
        if (add > MaxStocked - _tiers[tier].Stocked
            || (rules.Mode == InstantWinMode.Moments && add > MaxMoments - _tiers.Sum(one => one.Stocked)))
            return StockRefusal.StockTooLarge;
        return _tiers[tier].HasOwnCodes && SpareCodes(tier, ownCodes) < add ? StockRefusal.CodesMissing : null;
    }

    /// <summary>Adds units to a tier, or only says how many codes were uploaded for it by now.</summary>
    public StockDecision Restock(int tier, long add, int ownCodes, DateTimeOffset now, UInt128 command, UInt128 fingerprint)
    {
        if (RefusalOf(tier, add, ownCodes) is { } refusal)
            return new StockDecision.Refused(refusal);

        List<PoolEntry> entries = [.. Known(tier, ownCodes)];
        if (add > 0)
        {
            // Not before a time that the pool decided at: the moments that are used up must stay the first. And not before
            // the start: units whose moments nobody could play at would all go to the first plays.
            var at = now.ToUnixTimeMilliseconds() >= _now ? now : DateTimeOffset.FromUnixTimeMilliseconds(_now);
            if (rules.Mode == InstantWinMode.Moments && at < rules.StartsAt)
                at = rules.StartsAt;
            var stock = _tiers[tier];
            entries.Add(new TierRestocked(tier, add, at, stock.Stocked + add, stock.Remaining + add, command, fingerprint));
        }

        return Do(entries);
    }

    /// <summary>Why a win may not be taken back like this, or null.</summary>
    /// <param name="ownCodes">Uploaded codes of the tier; 0 where it has none.</param>
    public StockRefusal? RefusalOf(WinTakenBack taken, int ownCodes) =>
        // The winner has seen the code, so the unit needs another.
        taken.Restocked && _tiers[taken.Tier].HasOwnCodes && SpareCodes(taken.Tier, ownCodes) < 1 ? StockRefusal.CodesMissing : null;

    /// <summary>Takes a prize back from its winner. The claim must be closed, and the win not taken back before.</summary>
    public StockDecision TakeBack(WinTakenBack taken, int ownCodes) => RefusalOf(taken, ownCodes) is { } refusal
        ? new StockDecision.Refused(refusal)
        : Do([.. Known(taken.Tier, ownCodes), taken]);

    private long SpareCodes(int tier, int ownCodes) =>
        _tiers[tier].SpareCodes + Math.Max(0, ownCodes - _tiers[tier].OwnCodes);

    private OwnCodesKnown[] Known(int tier, int ownCodes) =>
        ownCodes > _tiers[tier].OwnCodes ? [new OwnCodesKnown(tier, ownCodes)] : [];

    private StockDecision.Done Do(List<PoolEntry> entries)
    {
        foreach (var entry in entries)
            Apply(entry);
        return new StockDecision.Done(entries);
    }
}
