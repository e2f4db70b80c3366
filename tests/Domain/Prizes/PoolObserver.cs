using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Domain.Tests.Prizes;

/// <summary>Counts, from a pool's entries alone, what must hold at every moment.</summary>
/// <param name="rules">As they should be, whatever the pool goes by.</param>
internal sealed class PoolObserver(PrizeRules rules)
{
    private readonly PrizeRules _rules = rules;
    private readonly Dictionary<long, PrizeAwarded> _live = [];
    private readonly HashSet<long> _closed = [];
    private readonly HashSet<long> _codes = [];
    private readonly Dictionary<(int Tier, int Code), long> _ownCodes = [];
    private readonly List<long> _cards = [];
    private readonly int[] _withheld = new int[rules.Tiers.Length];
    private readonly long[] _voided = new long[rules.Tiers.Length];
    private readonly long[] _added = new long[rules.Tiers.Length];
    private readonly HashSet<long> _takenBack = [];
    private int _checks;

    public required PrizePool Pool { private get; set; }

    public List<PoolEntry> Entries { get; } = [];

    public int Losses { get; private set; }

    public int Awards { get; private set; }

    public void Saw(Claim claim, ClaimDecision.Lost lost)
    {
        Saw(lost.Entries);
        Losses++;
        if (!claim.IsIneligible)
            Assert.DoesNotContain(Enumerable.Range(0, _rules.Tiers.Length), tier => MayHave(tier, claim));
    }

    public void Saw(Claim claim, ClaimDecision.Awarded awarded)
    {
        Saw(awarded.Entries);
        if (awarded.Entries.Count == 0)
            return;
        if (awarded.Claim.Tier is null)
        {
            Losses++;
            Assert.Equal(InstantWinMode.Deck, _rules.Mode);
            if (!claim.IsIneligible)
            {
                // What was drawn just now and is over its day's limit waits, but may not be had.
                Assert.DoesNotContain(Enumerable.Range(0, _rules.Tiers.Length), tier => MayHave(tier, claim));
            }

            return;
        }

        Awards++;
        Assert.False(claim.IsIneligible);
        var prize = awarded.Entries.OfType<PrizeAwarded>().Single();
        if (_rules.Mode == InstantWinMode.Odds)
            Assert.Equal(claim.Tier, prize.Tier);
        if (_rules.Mode == InstantWinMode.Deck && !prize.FromWaiting)
            Assert.Equal(prize.Tier, _rules.Deck!.TierAt(prize.Card));
        if (_rules.Mode == InstantWinMode.Moments)
            Assert.True(prize.Moment <= prize.At && prize.At >= claim.Now.ToUnixTimeMilliseconds());
    }

    public void Saw(IReadOnlyList<PoolEntry> entries)
    {
        foreach (var entry in entries)
            Saw(entry);
    }

    /// <summary>Codes of a tier that are shown, open or needed by a unit in stock.</summary>
    public long CodesNeeded(int tier) => Pool.Tiers[tier].Remaining + _ownCodes.Keys.Count(code => code.Tier == tier);

    public void Check()
    {
        for (var tier = 0; tier < _rules.Tiers.Length; tier++)
        {
            var now = Pool.Tiers[tier];
            var live = _live.Values.Where(award => award.Tier == tier).ToArray();
            Assert.Equal(_rules.Tiers[tier].Quantity + _added[tier], now.Stocked);
            Assert.Equal(now.Stocked, now.Remaining + now.Open + now.Awarded + now.Voided);
            Assert.Equal(live.Count(award => !_closed.Contains(award.Award)), now.Open);
            Assert.Equal(live.Count(award => _closed.Contains(award.Award) && !_takenBack.Contains(award.Award)), now.Awarded);
            Assert.Equal(_voided[tier], now.Voided);
            Assert.Equal(_withheld[tier], now.Waiting);
            Assert.True(now.Remaining >= now.Waiting);
            if (_rules.Tiers[tier].MaxPerDay is { } most)
                Assert.All(live.GroupBy(award => award.Day), day => Assert.True(day.Count() <= most));
        }

        CheckDraws();
        if (++_checks % 10 == 0)
            CheckFold(); // Folding everything again is what takes time.
    }

    /// <summary>That the entries alone, and the state alone, make the same pool.</summary>
    public void CheckFold()
    {
        var scratch = new PrizePool(_rules);
        foreach (var entry in Entries)
            scratch.Apply(entry);
        Assert.Equal(Text(Pool.ToState()), Text(scratch.ToState()));
        Assert.Equal(Text(Pool.ToState()), Text(PrizePool.FromState(Pool.ToState(), _rules).ToState()));
    }

    public static string Text<T>(T value) => JsonSerializer.Serialize<object>(value!);

    private void CheckDraws()
    {
        Assert.Equal(Enumerable.Range(1, _cards.Count).Select(card => (long)card), _cards);
        if (_rules.Mode != InstantWinMode.Moments)
            return;
        foreach (var tier in _rules.Tiers)
        {
            var won = Entries.OfType<PrizeAwarded>().Where(award => award.Tier == tier.Index && !award.FromWaiting).Select(award => award.Moment);
            var first = MomentsOf(tier.Index).Take(won.Count());
            Assert.Equal(first, won);
        }
    }

    private bool MayHave(int tier, Claim claim)
    {
        var rule = _rules.Tiers[tier];
        var waits = Pool.Tiers[tier].Waiting > 0;
        if (_rules.Mode == InstantWinMode.Odds)
            waits = claim.Tier == tier && Pool.Tiers[tier].Remaining > 0;
        if (_rules.Mode == InstantWinMode.Moments)
        {
            var used = Entries.OfType<PrizeAwarded>().Count(award => award.Tier == tier && !award.FromWaiting);
            waits |= MomentsOf(tier).Skip(used).Any(moment => moment <= claim.Now.ToUnixTimeMilliseconds());
        }

        var day = Math.Max(claim.Day, Entries.OfType<PrizeAwarded>().Where(award => award.Tier == tier).Select(award => award.Day).DefaultIfEmpty().Max());
        var isDayFull = rule.MaxPerDay is { } most && _live.Values.Count(award => award.Tier == tier && award.Day == day) >= most;
        return waits && !isDayFull;
    }

    private IEnumerable<long> MomentsOf(int tier)
    {
        var units = 0L;
        var moments = new List<long>();
        foreach (var (count, from) in Entries.OfType<TierRestocked>().Where(entry => entry.Tier == tier).Select(entry => (entry.Added, entry.At))
            .Prepend((_rules.Tiers[tier].Quantity, Pools.Start)))
        {
            for (var unit = 1L; unit <= count; unit++)
            {
                var (start, end) = (from.ToUnixTimeMilliseconds(), Pools.End.ToUnixTimeMilliseconds());
                moments.Add(start + (long)(((UInt128)Draw.Moment(tier, units + unit) * (UInt128)Math.Max(0, end - start)) >> 64));
            }

            units += count;
        }

        return moments.Order();
    }

    public required CampaignDraw Draw { private get; init; }

    private void Saw(PoolEntry entry)
    {
        Entries.Add(entry);
        switch (entry)
        {
            case PrizeAwarded awarded:
                Close(awarded.Closes);
                Assert.True(_codes.Add(awarded.CodeNumber), "A code number was used twice.");
                Assert.Equal(_codes.Max(), awarded.CodeNumber);
                if (awarded.OwnCode != 0)
                {
                    Assert.Equal(Enumerable.Range(1, int.MaxValue).First(code => !_ownCodes.ContainsKey((awarded.Tier, code))), awarded.OwnCode);
                    Assert.True(_ownCodes.TryAdd((awarded.Tier, awarded.OwnCode), awarded.Award), "An uploaded code was handed out twice.");
                }

                Assert.Equal(_rules.Tiers[awarded.Tier].HasOwnCodes, awarded.OwnCode != 0);
                TakeCard(awarded.Card, awarded.Withheld, awarded.Tier);
                if (awarded.FromWaiting)
                    _withheld[awarded.Tier]--;
                _live.Add(awarded.Award, awarded);
                break;
            case CardLost lost:
                Close(lost.Closes);
                TakeCard(lost.Card, lost.Withheld, own: null);
                break;
            case ClaimsClosed closed:
                foreach (var award in closed.Awards)
                    Close(award);
                break;
            case ClaimVoided voided when _live.Remove(voided.Award, out var claim):
                _ownCodes.Remove((claim.Tier, claim.OwnCode));
                if (_rules.Mode != InstantWinMode.Odds)
                    _withheld[claim.Tier]++;
                break;
            case TierRestocked restocked:
                _added[restocked.Tier] += restocked.Added;
                break;
            case WinTakenBack taken:
                Assert.True(_takenBack.Add(taken.Award));
                if (!taken.Restocked)
                    _voided[taken.Tier]++;
                else if (_rules.Mode != InstantWinMode.Odds)
                    _withheld[taken.Tier]++;
                break;
        }
    }

    private void TakeCard(long card, int? withheld, int? own)
    {
        if (card == 0)
        {
            Assert.Null(withheld);
            return;
        }

        _cards.Add(card);
        Assert.Equal(_rules.Deck!.TierAt(card), withheld ?? (_rules.Deck.TierAt(card) is null ? null : own));
        if (withheld is { } tier)
            _withheld[tier]++;
    }

    private void Close(long award)
    {
        if (award != 0)
            Assert.True(_closed.Add(award), $"Award {award} was closed twice.");
    }
}
