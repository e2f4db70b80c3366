using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Tests.Forecasts;

/// <summary>
/// What a forecast stands for, one event of one person at a time: the traffic as docs/forecast.md describes it, and the
/// rules of the three modes as docs/campaigns.md does. Slow, and written without a look at the forecast.
/// </summary>
internal sealed class NaiveCampaign(InstantWinDefinition game, Traffic traffic, int days, Xoshiro256 random)
{
    private static readonly DateOnly Monday = new(2026, 6, 1);

    private readonly List<int> _waiting = [];
    private readonly Dictionary<(int User, Period Per), int> _plays = [];
    private readonly Dictionary<int, int> _wins = [];
    private readonly int[] _today = new int[game.Tiers.Length];

    /// <summary>Cards from the top, or tiers in the order of their moments.</summary>
    private readonly Queue<int?> _deck = [];
    private readonly Queue<(double At, int Tier)> _moments = [];

    public long Plays { get; private set; }

    public long[] Left { get; } = [.. game.Tiers.Select(tier => tier.Quantity)];

    /// <summary>At index t the day, with its fraction, on which tier t ran out.</summary>
    public double?[] RanOutAt { get; } = new double?[game.Tiers.Length];

    public NaiveCampaign Run()
    {
        Prepare();
        for (var day = 0; day < days; day++)
        {
            var date = Monday.AddDays(day);
            Array.Clear(_today);
            Forget(Period.Day);
            if (date.DayOfWeek == DayOfWeek.Monday)
                Forget(Period.Week);
            if (date.Day == 1)
                Forget(Period.Month);
            var users = Users(Count(traffic.EventsOn(date.DayOfWeek)));
            var times = Enumerable.Range(0, users.Count).Select(_ => random.NextUnit()).Order().ToList();
            // Somebody's events are spread over the day like all others.
            Shuffle(users);
            for (var i = 0; i < users.Count; i++)
                Play(users[i], day + times[i]);
        }

        return this;
    }

    private void Prepare()
    {
        var units = game.Tiers.SelectMany((tier, index) => Enumerable.Repeat(index, (int)tier.Quantity)).ToList();
        if (game.Mode == InstantWinMode.Deck)
        {
            var cards = units.Select(tier => (int?)tier).Concat(Enumerable.Repeat((int?)null, (int)game.DeckSize! - units.Count)).ToList();
            Shuffle(cards);
            cards.ForEach(_deck.Enqueue);
        }
        else if (game.Mode == InstantWinMode.Moments)
        {
            foreach (var moment in units.Select(tier => (At: random.NextUnit() * days, tier)).OrderBy(moment => moment.At))
                _moments.Enqueue(moment);
        }
    }

    private int Count(double mean)
    {
        var (count, at) = (0, 0.0);
        while ((at -= Math.Log(1 - random.NextUnit())) < mean)
            count++;
        return count;
    }

    /// <summary>
    /// Each event is a repeat by the rate, of the person whose event came before. The events stand in a circle, so that
    /// the first has one before it too.
    /// </summary>
    private List<int> Users(int events)
    {
        var isRepeat = Enumerable.Range(0, events).Select(_ => random.NextUnit() < traffic.RepeatRate).ToList();
        var first = Math.Max(0, isRepeat.IndexOf(false));
        var (users, known) = (new List<int>(), new HashSet<int>());
        for (var i = 0; i < events; i++)
        {
            if (known.Count == traffic.Users)
                users.Add(Below((int)traffic.Users));
            else if (i > 0 && isRepeat[(first + i) % events])
                users.Add(users[^1]);
            else
                users.Add(NewOne(known));
        }

        return users;
    }

    private int NewOne(HashSet<int> known)
    {
        while (true)
        {
            if (Below((int)traffic.Users) is var user && known.Add(user))
                return user;
        }
    }

    private void Play(int user, double at)
    {
        if (game.MaxPlays.Any(limit => _plays.GetValueOrDefault((user, limit.Per)) >= limit.Times))
            return;
        foreach (var limit in game.MaxPlays)
            _plays[(user, limit.Per)] = _plays.GetValueOrDefault((user, limit.Per)) + 1;
        Plays++;

        var mayWin = _wins.GetValueOrDefault(user) < (game.MaxWinsPerUser ?? int.MaxValue);
        if (game.Mode == InstantWinMode.Odds)
        {
            var (draw, chance) = (random.NextUnit(), 0.0);
            for (var tier = 0; tier < Left.Length; tier++)
            {
                chance += (double)game.Tiers[tier].Odds;
                if (draw >= chance)
                    continue;
                if (mayWin && Left[tier] > 0 && MayGiveToday(tier))
                    Give(user, tier, at);
                return;
            }

            return;
        }

        if (_deck.TryDequeue(out var card) && card is { } prize)
            _waiting.Add(prize);
        while (_moments.TryPeek(out var moment) && moment.At <= at)
            _waiting.Add(_moments.Dequeue().Tier);
        var ready = _waiting.Where(MayGiveToday).ToList();
        if (mayWin && ready.Count > 0)
        {
            _waiting.Remove(ready.Min());
            Give(user, ready.Min(), at);
        }
    }

    private void Give(int user, int tier, double at)
    {
        _wins[user] = _wins.GetValueOrDefault(user) + 1;
        _today[tier]++;
        if (--Left[tier] == 0)
            RanOutAt[tier] = at;
    }

    private bool MayGiveToday(int tier) => _today[tier] < (game.Tiers[tier].MaxPerDay ?? int.MaxValue);

    private void Forget(Period per)
    {
        foreach (var key in _plays.Keys.Where(key => key.Per == per).ToList())
            _plays.Remove(key);
    }

    private int Below(int count) => (int)(random.NextUnit() * count);

    private void Shuffle<T>(List<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
