using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Prizes;

/// <summary>
/// The prize inventory of one campaign. <see cref="Decide"/> is the only method that takes a unit, and it is
/// synchronous: claims are decided one at a time, without locks. Unlike other grains' states, a pool changes before the
/// commit, so that many claims share one; a pool whose commit failed is thrown away and read again.
/// </summary>
public sealed partial class PrizePool(PrizeRules rules)
{
    private readonly List<TierInventory> _tiers = [];
    private readonly Dictionary<ClaimId, OpenClaim> _open = [];
    private readonly Dictionary<long, OpenClaim> _openByAward = [];
    private long _lastAward;
    private CodeLease _codes;

    public PrizeRules Rules => rules;

    public bool IsOpened => _tiers.Count > 0;

    /// <summary>The tiers as they stand.</summary>
    public IReadOnlyList<TierStock> Tiers => [.. _tiers.Select(tier => tier.ToStock())];

    public IReadOnlyCollection<OpenClaim> OpenClaims => _open.Values;

    /// <summary>The award numbered last.</summary>
    public long LastAward => _lastAward;

    /// <summary>How many of the awards were prizes.</summary>
    public long Prizes => _lastAward - _lostCards;

    /// <summary>The numbers leased and not used yet.</summary>
    public CodeLease Codes => _codes;

    /// <summary>Cards of the deck that plays took; 0 in the other modes.</summary>
    public long CardsTaken => _cards;

    /// <summary>How many numbers to lease: one for every unit left, and a tenth of the stock for those that are voided.</summary>
    public long CodesToLease => _tiers.Sum(tier => tier.Remaining) + _tiers.Sum(tier => tier.Stocked) / 10 + 1;

    /// <summary>The number in the code space that the next prize gets; null when none is leased.</summary>
    public long? NextCode => _codes.Count > 0 ? _codes.Start : null;

    private bool IsOdds => rules.Mode == InstantWinMode.Odds;

    public ClaimDecision Decide(Claim claim)
    {
        var isOpen = _open.TryGetValue(claim.Id, out var open);
        if (isOpen && open!.Award != claim.LastReleased)
            return new ClaimDecision.Awarded(open, Entries: []);
        if (isOpen && _codes.Count == 0)
            return ClaimDecision.NeedsCodes.Instance;

        var voided = isOpen ? new ClaimVoided(open!.Award) : null;
        if (voided is not null)
            Apply(voided);
        var pick = Pick(claim);
        if (pick is { Tier: null, Card: 0 })
            return voided is null ? ClaimDecision.Lost.Nothing : new ClaimDecision.Lost([voided]);
        if (pick.Tier is not null && _codes.Count == 0)
            return ClaimDecision.NeedsCodes.Instance;

        var taken = ToEntry(claim, pick);
        Apply(taken);
        return new ClaimDecision.Awarded(_open[claim.Id], Entries(voided, taken, MarkedLow(pick.Tier)));
    }

    /// <summary>The claim of this award, while it is open.</summary>
    public OpenClaim? FindOpen(long award) => _openByAward.GetValueOrDefault(award);

    private PoolEntry ToEntry(Claim claim, Picked pick)
    {
        var closes = _openByAward.TryGetValue(claim.LastAward, out var last)
            && last.Id.Participant == claim.Id.Participant ? claim.LastAward : 0;
        if (pick.Tier is not { } index)
        {
            return new CardLost(
                _lastAward + 1, claim.Id.Participant, claim.Id.Play, pick.Card, _codes.Start, pick.Withheld, closes);
        }

        var tier = _tiers[index];
        var code = tier.NextCode;
        return new PrizeAwarded(_lastAward + 1, claim.Id.Participant, claim.Id.Play, index, _codes.Start, closes)
        {
            Day = IsOdds && !tier.HasDays ? 0 : Math.Max(claim.Day, tier.Day),
            Card = pick.Card,
            FromWaiting = pick.FromWaiting,
            Withheld = pick.Withheld,
            Moment = rules.Mode == InstantWinMode.Moments && !pick.FromWaiting ? tier.NextMoment : 0,
            At = rules.Mode == InstantWinMode.Moments ? TimeOf(claim) : 0,
            OwnCode = code.Code,
            OwnCodeReturns = code.Returns,
        };
    }

    private TierRanLow? MarkedLow(int? index)
    {
        if (index is not { } tier || !_tiers[tier].RanLow)
            return null;
        var low = new TierRanLow(tier, _tiers[tier].Stocked, _tiers[tier].Remaining);
        Apply(low);
        return low;
    }

    private static PoolEntry[] Entries(ClaimVoided? voided, PoolEntry taken, TierRanLow? low) => (voided, low) switch
    {
        (null, null) => [taken],
        (null, _) => [taken, low],
        (_, null) => [voided, taken],
        _ => [voided, taken, low],
    };
}
