using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Journal;
using CampaignEngine.Verify.Campaigns;
using CampaignEngine.Verify.Files;
using CampaignEngine.Verify.Findings;

namespace CampaignEngine.Verify.Prizes;

/// <summary>The pool's entries: stock, awards, and which unit each of them had to be.</summary>
internal sealed partial class PoolCheck(CampaignCheck campaign, FindingList findings)
{
    private readonly List<TierLedger> _tiers = [];
    private readonly List<Award> _awards = [];
    private readonly List<Availability> _availability = [];
    private readonly List<(string Tier, long Units, DateTimeOffset At)> _restocks = [];
    private Campaign? _rules;
    private PrizeDeck? _deck;
    private long _nextCode;
    private long _codesLeft;
    private long _cards;
    private long _lastAt;
    private long _version;
    private DateTimeOffset _time;

    /// <summary>How many awards had a draw that could be computed.</summary>
    public long Draws { get; private set; }

    public long Cards => _cards;

    public IReadOnlyList<(string Tier, long Units, DateTimeOffset At)> Restocks => _restocks;

    private InstantWin Game => _rules!.InstantWin!;

    /// <summary>The award with this number, or null when the pool has none, or its part of the export ends before.</summary>
    public Award? Find(long award) => award >= 1 && award <= _awards.Count ? _awards[(int)award - 1] : null;

    /// <summary>Whether a unit of the tier was there, before and after, for a play that did not get it.</summary>
    public bool WasFree(int tier, DateTimeOffset time, int day) => tier < _tiers.Count && !_tiers[tier].Rule.HasOwnCodes && _availability[tier].WasFree(time, day);

    public void Check(long version, DateTimeOffset time, StoredPoolEntry entry)
    {
        (_version, _time) = (version, time);
        if (entry is StoredPoolOpened opened)
        {
            Open(opened);
            return;
        }

        if (_rules is null)
        {
            Fail("comes before the pool was opened");
            return;
        }

        switch (entry)
        {
            case StoredPrizeAwarded awarded:
                Take(awarded);
                break;
            case StoredCardLost lost:
                Take(lost);
                break;
            case StoredClaimsClosed closed:
                foreach (var award in closed.Awards)
                    Close(award);
                break;
            case StoredClaimVoided voided:
                Void(voided.Award);
                break;
            case StoredCodesLeased leased:
                (_nextCode, _codesLeft) = (leased.Start, leased.Count);
                break;
            case StoredTierRestocked restocked:
                Restock(restocked);
                break;
            case StoredTierRanLow low:
                if (Tier(low.Tier) is { } tier && (low.Stocked != tier.Stocked || low.Remaining != tier.Remaining))
                    Fail("does not have the stock that the entries before come to");
                break;
            case StoredOwnCodesKnown known:
                Tier(known.Tier)?.KnowCodes(known.Count);
                break;
            case StoredWinTakenBack taken:
                TakeBack(taken);
                break;
            case StoredWinVoidRecorded recorded:
                RecordVoid(recorded.Award);
                break;
            case StoredWinRedeemed redeemed:
                Redeem(redeemed.Award);
                break;
            default:
                Fail($"is of a kind that this program does not know ({entry.GetType().Name})");
                break;
        }

        if (_tiers.Find(tier => !tier.IsSound) is { } unsound)
            Fail($"leaves tier {unsound.Rule.Name} with {unsound.Stocked} stocked, {unsound.Remaining} remaining, {unsound.Open} open, "
                + $"{unsound.Awarded} awarded, {unsound.Voided} voided, {unsound.Waiting} waiting");
    }

    /// <summary>When every participant was seen: what the pool calls closed must be in an entry.</summary>
    public void Finish(List<string> notes)
    {
        foreach (var award in _awards)
        {
            var name = ExportLine.NameOf(StreamKind.Participant, award.Participant);
            if (award.Fate is Fate.Closed or Fate.TakenBack or Fate.TakenBackAndRecorded && !award.IsInEntry)
                findings.Add("pool", award.Version, $"the award is closed, and no entry of {name} has it (play {award.Play})");
            if (award.Fate == Fate.TakenBackAndRecorded && !award.IsTakenBackInEntry)
                findings.Add("pool", award.Version, $"the win was taken back, and no entry of {name} says so");
        }

        if (_awards.Count(award => award.Fate == Fate.Open) is var open and > 0)
            notes.Add($"{open} awards are open: what became of them was not settled when the pool was read.");
    }

    private void Open(StoredPoolOpened opened)
    {
        if (_rules is not null)
        {
            Fail("opens the pool again");
            return;
        }

        if (campaign.Version(opened.DefinitionVersion) is not { InstantWin: { } game } rules)
        {
            Fail($"opens the pool by definition {opened.DefinitionVersion}, which has no prizes");
            return;
        }

        _rules = rules;
        if (!opened.Tiers.Select(tier => (tier.Name, tier.Stocked)).SequenceEqual(game.Tiers.Select(tier => (tier.Name, tier.Quantity))))
            Fail("does not have the tiers and quantities of the definition");
        foreach (var rule in game.Tiers)
        {
            var tier = new TierLedger(rule, rule.Quantity, waits: game.Mode != InstantWinMode.Odds);
            _tiers.Add(tier);
            _availability.Add(new Availability());
            AddUnits(tier, firstUnit: 1, rule.Quantity, rules.StartsAt);
        }

        if (game.Mode == InstantWinMode.Deck && campaign.Draw is { } draw)
            _deck = new PrizeDeck(draw, game.DeckSize, game.Tiers.Select(tier => tier.Quantity));
    }

    private void Restock(StoredTierRestocked restocked)
    {
        if (Tier(restocked.Tier) is not { } tier)
            return;
        if (Game.Mode == InstantWinMode.Deck)
            Fail("adds to a deck, which is fixed");
        var first = tier.Stocked + 1;
        tier.Add(restocked.Added);
        if (restocked.Added < 1 || restocked.Stocked != tier.Stocked || restocked.Remaining != tier.Remaining)
            Fail("does not have the stock that the entries before come to");
        _restocks.Add((tier.Rule.Name, restocked.Added, restocked.At));
        AddUnits(tier, first, restocked.Added, restocked.At);
    }

    private void AddUnits(TierLedger tier, long firstUnit, long count, DateTimeOffset from)
    {
        var availability = _availability[tier.Rule.Index];
        if (Game.Mode != InstantWinMode.Moments)
        {
            availability.Add(_time.UtcTicks, count);
        }
        else if (campaign.Draw is { } draw)
        {
            var moments = PrizeMoments.Of(draw, tier.Rule.Index, firstUnit, count, from, _rules!.EndsAt);
            tier.AddMoments(moments);
            foreach (var moment in moments)
                availability.Add(DateTimeOffset.FromUnixTimeMilliseconds(moment).UtcTicks, 1);
        }
    }

    private TierLedger? Tier(int index)
    {
        if (index >= 0 && index < _tiers.Count)
            return _tiers[index];
        Fail($"names tier {index}, which the definition does not have");
        return null;
    }

    private void Fail(string what) => findings.Add("pool", _version, what);
}
