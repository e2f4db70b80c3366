using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Domain.Tests.Prizes;

/// <summary>Does to a pool, at random, all that is done to pools. The same seed does the same.</summary>
internal sealed class RandomHistory
{
    private readonly Random _random;
    private readonly InstantWinMode _mode;
    private readonly PrizePool _pool;
    private readonly User[] _users = [.. Enumerable.Range(0, 6).Select(index => new User(new ParticipantRef((UInt128)index)))];
    private readonly List<(long Award, User User, long Play, int Tier)> _wins = [];
    private readonly int[] _uploaded;
    private DateTimeOffset _now = Pools.Start;
    private long _nextCode = 1_000;
    private ulong _commands;

    public RandomHistory(InstantWinMode mode, int seed)
    {
        (_random, _mode) = (new Random(seed), mode);
        PrizeTier[] tiers =
        [
            Pools.Tier("Gold", _random.Next(2, 6), maxPerDay: _random.Next(1, 3)),
            Pools.Tier("Silver", _random.Next(4, 12), ownCodes: true),
            Pools.Tier("Bronze", _random.Next(8, 24), maxPerDay: _random.Next(3, 6), ownCodes: true),
        ];
        var rules = mode switch
        {
            InstantWinMode.Odds => Pools.Odds(tiers),
            InstantWinMode.Deck => Pools.Deck(tiers.Sum(tier => tier.Quantity) + _random.Next(40), seed, tiers),
            _ => Pools.Moments(seed, tiers),
        };
        _uploaded = [.. tiers.Select(tier => tier.HasOwnCodes ? (int)tier.Quantity : 0)];
        _pool = new PrizePool(rules);
        Observer = new PoolObserver(_pool) { Draw = Pools.Draw(seed) };
        foreach (var entry in Pools.Opening(rules))
            Add(entry);
    }

    public PoolObserver Observer { get; }

    private int Day => 1 + (_now - Pools.Start).Days;

    public void Step()
    {
        _now += TimeSpan.FromMinutes(_random.Next(70));
        var user = _users[_random.Next(_users.Length)];
        switch (_random.Next(14))
        {
            case < 7:
                Claim(user);
                break;
            case 7 or 8 when user.Open is { } open: // The participant commits the play with its award.
                if (open.Tier is { } tier)
                    _wins.Add((open.Award, user, open.Id.Play, tier));
                (user.LastAward, user.Open, user.Plays, user.Tier) = (open.Award, null, user.Plays + 1, null);
                break;
            case 9 when user.Open is { } open: // The participant promises never to keep it.
                (user.LastReleased, user.Open) = (open.Award, null);
                if (_random.Next(2) == 0)
                    Add(new ClaimVoided(open.Award));
                break;
            case 10 when _pool.FindOpen(user.LastAward) is { } kept:
                Add(new ClaimsClosed([kept.Award]));
                break;
            case 11 when _random.Next(3) == 0:
                Restock(_random.Next(_uploaded.Length));
                break;
            case 12:
                TakeBack();
                break;
            case 13 when _pool.TakenBack.FirstOrDefault() is { } taken:
                Add(new WinVoidRecorded(taken.Award));
                break;
        }

        Observer.Check();
    }

    private void Claim(User user)
    {
        var tier = _mode == InstantWinMode.Odds ? user.Tier ??= _random.Next(_uploaded.Length) : (int?)null;
        var late = _random.Next(5) == 0 ? TimeSpan.FromHours(30) : TimeSpan.Zero;
        var claim = new Claim(new ClaimId(user.Ref, user.Plays + 1), tier, user.LastAward, user.LastReleased)
        {
            IsIneligible = _random.Next(6) == 0,
            Now = _now - late,
            Day = Math.Max(1, Day - late.Days),
        };
        var again = user.Open;
        var decision = _pool.Decide(claim);
        switch (decision)
        {
            case ClaimDecision.NeedsCodes:
                Assert.Equal(0, _pool.Codes.Count);
                var count = _random.Next(1, 8);
                Add(new CodesLeased(_nextCode, count));
                _nextCode += count + _random.Next(3);
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

    private void Restock(int tier)
    {
        var hasCodes = _pool.Rules.Tiers[tier].HasOwnCodes;
        if (hasCodes)
            _uploaded[tier] += _random.Next(6);
        var spare = _uploaded[tier] - Observer.CodesNeeded(tier);
        var add = _random.Next(4);
        switch (_pool.Restock(tier, add, _uploaded[tier], _now, ++_commands, 0))
        {
            case StockDecision.Done done:
                Assert.True(_mode != InstantWinMode.Deck || add == 0);
                Assert.True(!hasCodes || add <= spare);
                Observer.Saw(done.Entries);
                break;
            case StockDecision.Refused { Reason: StockRefusal.StockFixed }:
                Assert.Equal(InstantWinMode.Deck, _mode);
                break;
            case StockDecision.Refused { Reason: StockRefusal.CodesMissing }:
                Assert.True(hasCodes && add > spare);
                break;
            case var other:
                Assert.Fail(other.ToString());
                break;
        }
    }

    private void TakeBack()
    {
        var index = _wins.FindIndex(win => _pool.FindOpen(win.Award) is null);
        if (index < 0)
            return;
        var win = _wins[index];
        var spare = _uploaded[win.Tier] - Observer.CodesNeeded(win.Tier);
        var taken = new WinTakenBack(win.Award, win.User.Ref, win.Play, win.Tier, Restocked: _random.Next(2) == 0);
        switch (_pool.TakeBack(taken, _uploaded[win.Tier]))
        {
            case StockDecision.Done done:
                _wins.RemoveAt(index);
                Observer.Saw(done.Entries);
                break;
            case StockDecision.Refused { Reason: StockRefusal.CodesMissing }:
                Assert.True(taken.Restocked && _pool.Rules.Tiers[win.Tier].HasOwnCodes && spare < 1);
                break;
            case var other:
                Assert.Fail(other.ToString());
                break;
        }
    }

    private void Add(PoolEntry entry)
    {
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
