using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Prizes;

/// <summary>What entries and snapshots make of a pool.</summary>
public sealed partial class PrizePool
{
    private readonly List<AddedUnits> _added = [];
    private long _cards;
    private long _lostCards;
    private long _now;

    /// <summary>Folds what happened. Entries are facts: one that does not fit the pool is a mistake of ours and throws.</summary>
    public void Apply(PoolEntry entry)
    {
        switch (entry)
        {
            case PrizeAwarded awarded:
                Take(awarded);
                break;
            case CardLost lost:
                Take(lost);
                break;
            case ClaimsClosed closed:
                foreach (var award in closed.Awards)
                    Close(award);
                break;
            case ClaimVoided voided:
                var claim = RemoveOpen(voided.Award);
                if (claim.Tier is { } tier)
                    _tiers[tier].GiveBack(claim, waits: !IsOdds);
                break;
            case PoolOpened opened:
                Open(opened);
                break;
            case CodesLeased leased:
                _codes = new CodeLease(leased.Start, leased.Count);
                break;
            case TierRanLow low:
                _tiers[low.Tier].MarkLow();
                break;
            case TierRestocked restocked:
                Add(restocked);
                break;
            case OwnCodesKnown known:
                _tiers[known.Tier].KnowCodes(known.Count);
                break;
            case WinTakenBack taken:
                _takenBack.Add(taken.Award, taken);
                _tiers[taken.Tier].TakeBack(taken.Restocked, waits: !IsOdds);
                break;
            case WinVoidRecorded recorded:
                if (!_takenBack.Remove(recorded.Award))
                    throw new InvalidOperationException($"Award {recorded.Award} was not taken back.");
                break;
            case WinRedeemed:
                break; // Stock does not know whether a prize was handed out, only whose it is.
            default:
                throw new InvalidOperationException($"A pool cannot fold {entry.GetType().Name}.");
        }
    }

    private void Open(PoolOpened opened)
    {
        if (IsOpened)
            throw new InvalidOperationException("A pool opens once.");
        for (var tier = 0; tier < opened.Tiers.Length; tier++)
        {
            var (name, quantity) = opened.Tiers[tier];
            _tiers.Add(Inventory(tier, new TierStock(name, quantity, Remaining: quantity, Open: 0, Awarded: 0)));
        }
    }

    private TierInventory Inventory(int tier, TierStock stock) => new(
        rules.Tiers[tier], stock, rules.Mode == InstantWinMode.Moments ? rules.FirstMoments(tier) : []);

    private void Take(PrizeAwarded awarded)
    {
        if (_codes.Count == 0 || awarded.CodeNumber != _codes.Start)
            throw new InvalidOperationException($"Award {awarded.Award} has a code that is not the next one leased.");
        Begin(awarded.Award, awarded.Card, awarded.Withheld, awarded.Closes);

        _codes = new CodeLease(_codes.Start + 1, _codes.Count - 1);
        _now = Math.Max(_now, awarded.At);
        AddOpen(new OpenClaim(
            new ClaimId(awarded.Participant, awarded.Play), awarded.Award, awarded.Tier, awarded.CodeNumber)
        {
            Day = awarded.Day,
            OwnCode = awarded.OwnCode,
            OwnCodeReturns = awarded.OwnCodeReturns,
        });
        _tiers[awarded.Tier].Take(awarded, byMoment: rules.Mode == InstantWinMode.Moments);
    }

    private void Take(CardLost lost)
    {
        if (lost.Card == 0)
            throw new InvalidOperationException($"Award {lost.Award} is neither a prize nor a card.");
        Begin(lost.Award, lost.Card, lost.Withheld, lost.Closes);
        _lostCards++;
        AddOpen(new OpenClaim(new ClaimId(lost.Participant, lost.Play), lost.Award, Tier: null, CodeNumber: 0));
    }

    private void Begin(long award, long card, int? withheld, long closes)
    {
        if (award != _lastAward + 1)
            throw new InvalidOperationException($"Award {award} does not follow award {_lastAward}.");
        if (card != 0 && card != _cards + 1)
            throw new InvalidOperationException($"Card {card} does not follow card {_cards}.");
        if (closes != 0)
            Close(closes);
        if (withheld is { } tier)
            _tiers[tier].Withhold();
        _lastAward = award;
        _cards = Math.Max(_cards, card);
    }

    private void AddOpen(OpenClaim claim)
    {
        _open.Add(claim.Id, claim);
        _openByAward.Add(claim.Award, claim);
    }

    private void Close(long award)
    {
        if (RemoveOpen(award).Tier is { } tier)
            _tiers[tier].Close();
    }

    private OpenClaim RemoveOpen(long award)
    {
        if (!_openByAward.Remove(award, out var claim))
            throw new InvalidOperationException($"Award {award} is not open.");
        _open.Remove(claim.Id);
        return claim;
    }

    private void Add(TierRestocked restocked)
    {
        var tier = _tiers[restocked.Tier];
        var added = new AddedUnits(restocked.Tier, tier.Stocked + 1, restocked.Added, restocked.At);
        if (restocked.Stocked != tier.Stocked + restocked.Added || restocked.Remaining != tier.Remaining + restocked.Added)
            throw new InvalidOperationException($"{restocked.Added} units do not make {restocked.Stocked} of {tier.Stocked}.");
        tier.Add(restocked.Added, MomentsOf(added));
        _added.Add(added);
    }

    private long[] MomentsOf(AddedUnits added) => rules.Mode == InstantWinMode.Moments ? rules.MomentsOf(added) : [];

    /// <summary>The pool as kept in a snapshot.</summary>
    public PrizePoolState ToState() => new(
        [.. _tiers.Select(tier => tier.ToStock())], [.. _open.Values.OrderBy(claim => claim.Award)], _lastAward, _codes)
    {
        Cards = _cards,
        LostCards = _lostCards,
        Now = _now,
        Added = [.. _added],
        TakenBack = [.. _takenBack.Values.OrderBy(taken => taken.Award)],
    };

    public static PrizePool FromState(PrizePoolState state, PrizeRules rules)
    {
        var pool = new PrizePool(rules)
        {
            _lastAward = state.LastAward,
            _codes = state.Codes,
            _cards = state.Cards,
            _lostCards = state.LostCards,
            _now = state.Now,
        };
        for (var tier = 0; tier < state.Tiers.Length; tier++)
            pool._tiers.Add(pool.Inventory(tier, state.Tiers[tier]));
        pool._added.AddRange(state.Added);
        foreach (var added in state.Added.GroupBy(added => added.Tier))
            pool._tiers[added.Key].AddMoments([.. added.SelectMany(rules.MomentsOf)]);
        foreach (var claim in state.OpenClaims)
            pool.AddOpen(claim);
        foreach (var taken in state.TakenBack)
            pool._takenBack.Add(taken.Award, taken);
        return pool;
    }
}
