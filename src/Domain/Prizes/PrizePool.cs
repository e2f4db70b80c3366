using System.Collections.Immutable;

namespace CampaignEngine.Domain.Prizes;

/// <summary>
/// The prize inventory of one campaign. <see cref="Decide"/> is the only method that takes a unit, and it is
/// synchronous: claims are decided one at a time, without locks. Unlike other grains' states, a pool changes before the
/// commit, so that many claims share one; a pool whose commit failed is thrown away and read again.
/// </summary>
public sealed class PrizePool
{
    private readonly List<TierStock> _tiers = [];
    private readonly Dictionary<ClaimId, OpenClaim> _open = [];
    private readonly Dictionary<long, OpenClaim> _openByAward = [];
    private long _lastAward;
    private CodeLease _codes;

    public bool IsOpened => _tiers.Count > 0;

    public IReadOnlyList<TierStock> Tiers => _tiers;

    public IReadOnlyCollection<OpenClaim> OpenClaims => _open.Values;

    /// <summary>The award numbered last.</summary>
    public long LastAward => _lastAward;

    /// <summary>The numbers leased and not used yet.</summary>
    public CodeLease Codes => _codes;

    /// <summary>How many numbers to lease: one for every unit left, and a tenth of the stock for those that are voided.</summary>
    public long CodesToLease => _tiers.Sum(tier => tier.Remaining) + _tiers.Sum(tier => tier.Stocked) / 10 + 1;

    public ClaimDecision Decide(Claim claim)
    {
        var isOpen = _open.TryGetValue(claim.Id, out var open);
        if (isOpen && open!.Award != claim.LastReleased)
            return new ClaimDecision.Awarded(open, Entries: []);
        if (!isOpen && _tiers[claim.Tier].Remaining == 0)
            return ClaimDecision.SoldOut.Instance;
        if (_codes.Count == 0)
            return ClaimDecision.NeedsCodes.Instance;

        var closes = _openByAward.TryGetValue(claim.LastAward, out var last)
            && last.Id.Participant == claim.Id.Participant ? claim.LastAward : 0;
        var awarded = new PrizeAwarded(
            _lastAward + 1, claim.Id.Participant, claim.Id.Play, claim.Tier, _codes.Start, closes);
        PoolEntry[] entries = isOpen ? [new ClaimVoided(open!.Award), awarded] : [awarded];
        foreach (var entry in entries)
            Apply(entry);
        return new ClaimDecision.Awarded(_open[claim.Id], entries);
    }

    /// <summary>The claim of this award, while it is open.</summary>
    public OpenClaim? FindOpen(long award) => _openByAward.GetValueOrDefault(award);

    /// <summary>Folds what happened. Entries are facts: one that does not fit the pool is a mistake of ours and throws.</summary>
    public void Apply(PoolEntry entry)
    {
        switch (entry)
        {
            case PoolOpened opened:
                if (IsOpened)
                    throw new InvalidOperationException("A pool opens once.");
                _tiers.AddRange(opened.Tiers.Select(
                    tier => new TierStock(tier.Name, tier.Quantity, Remaining: tier.Quantity, Open: 0, Awarded: 0)));
                break;
            case CodesLeased leased:
                _codes = new CodeLease(leased.Start, leased.Count);
                break;
            case PrizeAwarded awarded:
                Take(awarded);
                break;
            case ClaimsClosed closed:
                foreach (var award in closed.Awards)
                    Close(award);
                break;
            case ClaimVoided voided:
                var claim = RemoveOpen(voided.Award);
                Change(claim.Tier, remaining: +1, open: -1, awarded: 0);
                break;
            default:
                throw new InvalidOperationException($"A pool cannot fold {entry.GetType().Name}.");
        }
    }

    private void Take(PrizeAwarded awarded)
    {
        if (awarded.Award != _lastAward + 1)
            throw new InvalidOperationException($"Award {awarded.Award} does not follow award {_lastAward}.");
        if (_codes.Count == 0 || awarded.CodeNumber != _codes.Start)
            throw new InvalidOperationException($"Award {awarded.Award} has a code that is not the next one leased.");
        if (awarded.Closes != 0)
            Close(awarded.Closes);

        _lastAward = awarded.Award;
        _codes = new CodeLease(_codes.Start + 1, _codes.Count - 1);
        var claim = new OpenClaim(
            new ClaimId(awarded.Participant, awarded.Play), awarded.Award, awarded.Tier, awarded.CodeNumber);
        _open.Add(claim.Id, claim);
        _openByAward.Add(claim.Award, claim);
        Change(claim.Tier, remaining: -1, open: +1, awarded: 0);
    }

    private void Close(long award) => Change(RemoveOpen(award).Tier, remaining: 0, open: -1, awarded: +1);

    private OpenClaim RemoveOpen(long award)
    {
        if (!_openByAward.Remove(award, out var claim))
            throw new InvalidOperationException($"Award {award} is not open.");
        _open.Remove(claim.Id);
        return claim;
    }

    private void Change(int tier, int remaining, int open, int awarded)
    {
        var stock = _tiers[tier];
        var changed = stock with
        {
            Remaining = stock.Remaining + remaining,
            Open = stock.Open + open,
            Awarded = stock.Awarded + awarded,
        };
        if (changed.Remaining < 0 || changed.Open < 0)
            throw new InvalidOperationException($"Tier {stock.Name} would fall below zero.");
        _tiers[tier] = changed;
    }

    /// <summary>The pool as kept in a snapshot.</summary>
    public PrizePoolState ToState() => new([.. _tiers], [.. _open.Values.OrderBy(claim => claim.Award)], _lastAward, _codes);

    public static PrizePool FromState(PrizePoolState state)
    {
        var pool = new PrizePool { _lastAward = state.LastAward, _codes = state.Codes };
        pool._tiers.AddRange(state.Tiers);
        foreach (var claim in state.OpenClaims)
        {
            pool._open.Add(claim.Id, claim);
            pool._openByAward.Add(claim.Award, claim);
        }

        return pool;
    }
}

/// <summary>A range of numbers of the code space.</summary>
public readonly record struct CodeLease(long Start, long Count);

/// <summary>A pool at one version of its stream. Open claims are in order of award.</summary>
public sealed record PrizePoolState(
    ImmutableArray<TierStock> Tiers, ImmutableArray<OpenClaim> OpenClaims, long LastAward, CodeLease Codes);
