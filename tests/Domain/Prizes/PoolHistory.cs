using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Domain.Tests.Prizes;

/// <summary>Does to a pool what a case says, and has everything counted by a <see cref="PoolObserver"/>.</summary>
internal sealed class PoolHistory
{
    public const int Users = 6;

    /// <summary>What the observer must notice.</summary>
    public enum Mistake
    {
        None,
        ClaimsAreNotIdempotent,
        NoDayLimits,
        IneligiblePlaysWin,
        OpenClaimsAreForgotten,
        AUnitIsThereAgain,
        CodesAreLeasedTwice,
        VoidsAreNotFolded,
        AnotherSeed,
    }

    private readonly PoolCase _case;
    private readonly Mistake _mistake;
    private readonly User[] _users = [.. Enumerable.Range(0, Users).Select(index => new User(new ParticipantRef((UInt128)index)))];
    private readonly List<(long Award, User User, long Play, int Tier)> _wins = [];
    private readonly int[] _uploaded;
    private PrizePool _pool;
    private DateTimeOffset _now = Pools.Start;
    private long _nextCode = 1_000;
    private ulong _commands;

    public PoolHistory(PoolCase one, Mistake mistake = Mistake.None)
    {
        (_case, _mistake) = (one, mistake);
        var rules = Rules(one.Seed, mistake);
        _uploaded = [.. rules.Tiers.Select(tier => tier.HasOwnCodes ? (int)tier.Quantity : 0)];
        _pool = new PrizePool(rules);
        Observer = new PoolObserver(Rules(mistake == Mistake.AnotherSeed ? one.Seed + 1 : one.Seed, Mistake.None))
        {
            Pool = _pool,
            Draw = Pools.Draw(mistake == Mistake.AnotherSeed ? one.Seed + 1 : one.Seed),
        };
        foreach (var entry in Pools.Opening(rules))
            Add(entry);
    }

    public PoolObserver Observer { get; }

    private int Day => 1 + (_now - Pools.Start).Days;

    public void Run()
    {
        foreach (var step in _case.Steps)
        {
            Do(step);
            Observer.Check();
        }

        Observer.CheckFold();
    }

    private PrizeRules Rules(int seed, Mistake mistake)
    {
        int? PerDay(PoolCase.Stock stock) => mistake == Mistake.NoDayLimits ? null : stock.MaxPerDay;
        PrizeTier[] tiers =
        [
            Pools.Tier("Gold", _case.Gold.Quantity, PerDay(_case.Gold)),
            Pools.Tier("Silver", _case.Silver.Quantity, _case.Silver.MaxPerDay == 9 ? null : PerDay(_case.Silver), ownCodes: true),
            Pools.Tier("Bronze", _case.Bronze.Quantity, PerDay(_case.Bronze), ownCodes: true),
        ];
        return _case.Mode switch
        {
            InstantWinMode.Odds => Pools.Odds(tiers),
            InstantWinMode.Deck => Pools.Deck(tiers.Sum(tier => tier.Quantity) + _case.LosingCards, seed, tiers),
            _ => Pools.Moments(seed, tiers),
        };
    }

    private void Do(PoolCase.Step step)
    {
        _now += TimeSpan.FromMinutes(step.Minutes);
        var user = _users[step.User];
        switch (step.What)
        {
            case PoolCase.What.Claim:
                Claim(user, step);
                break;
            case PoolCase.What.Commit when user.Open is { } open: // The participant commits the play with its award.
                if (open.Tier is { } tier)
                    _wins.Add((open.Award, user, open.Id.Play, tier));
                (user.LastAward, user.Open, user.Plays, user.Tier) = (open.Award, null, user.Plays + 1, null);
                break;
            case PoolCase.What.Release when user.Open is { } open: // The participant promises never to keep it.
                (user.LastReleased, user.Open) = (open.Award, null);
                if (step.IsSo)
                    Add(new ClaimVoided(open.Award));
                break;
            case PoolCase.What.Close when _pool.FindOpen(user.LastAward) is { } kept:
                Add(new ClaimsClosed([kept.Award]));
                break;
            case PoolCase.What.Restock:
                Restock(step);
                break;
            case PoolCase.What.TakeBack:
                TakeBack(step.IsSo);
                break;
            case PoolCase.What.RecordTakenBack when _pool.TakenBack.FirstOrDefault() is { } taken:
                Add(new WinVoidRecorded(taken.Award));
                break;
            case PoolCase.What.Restart:
                Restart();
                break;
        }
    }

    private void Claim(User user, PoolCase.Step step)
    {
        var tier = _case.Mode == InstantWinMode.Odds ? user.Tier ??= step.Tier : (int?)null;
        var late = step.IsLate ? TimeSpan.FromHours(30) : TimeSpan.Zero;
        var claim = new Claim(new ClaimId(user.Ref, user.Plays + 1), tier, user.LastAward, user.LastReleased)
        {
            IsIneligible = step.IsIneligible,
            Now = _now - late,
            Day = Math.Max(1, Day - late.Days),
        };
        var again = user.Open;
        var decision = _pool.Decide(_mistake switch
        {
            Mistake.ClaimsAreNotIdempotent when again is not null => claim with { Id = claim.Id with { Play = 1_000 + claim.Id.Play } },
            Mistake.IneligiblePlaysWin => claim with { IsIneligible = false },
            _ => claim,
        });
        switch (decision)
        {
            case ClaimDecision.NeedsCodes:
                Assert.Equal(0, _pool.Codes.Count);
                Add(new CodesLeased(_nextCode, step.Number + 1));
                _nextCode += _mistake == Mistake.CodesAreLeasedTwice ? 0 : step.Number + 1 + step.Tier;
                break;
            case ClaimDecision.Lost lost:
                Observer.Saw(claim, lost);
                (user.Plays, user.Tier) = (user.Plays + 1, null);
                break;
            case ClaimDecision.Awarded awarded:
                Observer.Saw(claim, awarded);
                if (again is not null)
                    Assert.Equal((again, 0), (awarded.Claim, awarded.Entries.Count));
                user.Open = awarded.Claim;
                break;
        }
    }

    private void Restock(PoolCase.Step step)
    {
        var (tier, add) = (step.Tier, step.Minutes % 4);
        var hasCodes = _pool.Rules.Tiers[tier].HasOwnCodes;
        if (hasCodes)
            _uploaded[tier] += step.Number;
        var spare = _uploaded[tier] - Observer.CodesNeeded(tier);
        switch (_pool.Restock(tier, add, _uploaded[tier], _now, ++_commands, 0))
        {
            case StockDecision.Done done:
                Assert.True(_case.Mode != InstantWinMode.Deck || add == 0);
                Assert.True(!hasCodes || add <= spare);
                Observer.Saw(done.Entries);
                break;
            case StockDecision.Refused { Reason: StockRefusal.StockFixed }:
                Assert.Equal(InstantWinMode.Deck, _case.Mode);
                break;
            case StockDecision.Refused { Reason: StockRefusal.CodesMissing }:
                Assert.True(hasCodes && add > spare);
                break;
            case var other:
                Assert.Fail(other.ToString());
                break;
        }
    }

    private void TakeBack(bool restocks)
    {
        var index = _wins.FindIndex(win => _pool.FindOpen(win.Award) is null);
        if (index < 0)
            return;
        var win = _wins[index];
        var spare = _uploaded[win.Tier] - Observer.CodesNeeded(win.Tier);
        var taken = new WinTakenBack(win.Award, win.User.Ref, win.Play, win.Tier, restocks);
        switch (_pool.TakeBack(taken, _uploaded[win.Tier]))
        {
            case StockDecision.Done done:
                _wins.RemoveAt(index);
                Observer.Saw(done.Entries);
                break;
            case StockDecision.Refused { Reason: StockRefusal.CodesMissing }:
                Assert.True(restocks && _pool.Rules.Tiers[win.Tier].HasOwnCodes && spare < 1);
                break;
            case var other:
                Assert.Fail(other.ToString());
                break;
        }
    }

    private void Restart()
    {
        var state = _pool.ToState();
        if (_mistake == Mistake.OpenClaimsAreForgotten)
            state = state with { OpenClaims = [] };
        if (_mistake == Mistake.AUnitIsThereAgain)
            state = state with { Tiers = [.. state.Tiers.Select(tier => tier with { Remaining = tier.Remaining + (tier.Remaining < tier.Stocked ? 1 : 0) })] };
        Observer.Pool = _pool = PrizePool.FromState(state, _pool.Rules);
    }

    private void Add(PoolEntry entry)
    {
        if (_mistake != Mistake.VoidsAreNotFolded || entry is not ClaimVoided)
            _pool.Apply(entry);
        Observer.Saw([entry]);
    }

    private sealed class User(ParticipantRef participant)
    {
        public ParticipantRef Ref => participant;
        public long Plays { get; set; }
        public long LastAward { get; set; }
        public long LastReleased { get; set; }

        /// <summary>What the pool holds open for the play that is being decided.</summary>
        public OpenClaim? Open { get; set; }

        /// <summary>What that play's draw hits, however often it is claimed.</summary>
        public int? Tier { get; set; }
    }
}
