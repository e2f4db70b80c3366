using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Tests.Participants;

/// <summary>
/// The rules of <c>docs</c> once more, written as plainly as they read: it keeps every event and counts anew each time.
/// Times are UTC; days are those of a clock on a wall of the zone that is never set back to a day that is over.
/// </summary>
internal sealed class NaiveParticipant(TimeZoneInfo zone)
{
    private sealed record Recorded(
        DateTime At, DateTime Local, string Type, BigInteger Earned, BigInteger Limited, IReadOnlyList<string> Rules, bool Counted, bool Streak,
        bool Played, bool Won);

    private readonly List<Recorded> _events = [];
    private readonly List<(string Id, BigInteger Times)> _fired = [];

    public BigInteger Total { get; private set; }

    public bool IsExcluded { get; set; }

    public int Plays => _events.Count(one => one.Played);

    public int Wins => _events.Count(one => one.Won);

    /// <summary>Id and times, in order of first firing.</summary>
    public IEnumerable<string> Fired => _fired.Select(one => $"{one.Id}×{one.Times}");

    /// <summary>What a claim of the next event would say.</summary>
    /// <param name="IsEligible">Null: no claim is made.</param>
    public sealed record Asked(string? Tier, bool? IsEligible);

    public BigInteger? PlaysLeft(InstantWinDefinition game, DateTime now)
    {
        BigInteger? least = null;
        foreach (var limit in game.MaxPlays)
        {
            var left = BigInteger.Max(0, limit.Times - _events.Count(one => one.Played && Period(limit.Per, one.Local) == Period(limit.Per, LocalOf(now))));
            least = least is null ? left : BigInteger.Min(least.Value, left);
        }

        return least;
    }

    /// <param name="draw">Of the play with this number.</param>
    /// <param name="claim">The pool: the tier that is given, or null.</param>
    /// <returns>A line that says everything about the outcome.</returns>
    public string Record(CampaignDefinition definition, string type, DateTime now, Func<int, BigInteger> draw, Func<Asked, TierDefinition?> claim)
    {
        var game = definition.InstantWin;
        var plays = game is not null && game.EventTypes.Contains(type);
        if (plays && PlaysLeft(game!, now) == 0)
        {
            if (!game!.RecordWithoutPlay)
                return "refused: PlaysExceeded";
            plays = false;
        }

        var applied = definition.Points.Rules.Where(rule => rule.EventType == type && rule.Points > 0 && !IsLimited(rule, now)).ToList();
        var limited = (BigInteger)applied.Sum(rule => rule.Points);
        var isStreak = definition.Streak?.EventTypes.Contains(type) == true;
        var days = isStreak ? StreakWith(LocalOf(now)) : 0;
        if (isStreak && !_events.Any(one => one.Streak && one.Local.Date == LocalOf(now).Date))
            limited += definition.Streak!.Bonuses.Where(bonus => bonus.Repeats ? days % bonus.Days == 0 : days >= bonus.Days && Longest() < bonus.Days).Sum(bonus => bonus.Points);
        foreach (var cap in definition.Points.MaxPointsPerUser)
        {
            var used = _events.Where(one => Period(cap.Per, one.Local) == Period(cap.Per, LocalOf(now))).Aggregate(BigInteger.Zero, (sum, one) => sum + one.Limited);
            limited = BigInteger.Min(limited, BigInteger.Max(0, cap.Points - used));
        }

        var largest = Climb(definition, type, Total + limited + (plays ? game!.Tiers.Max(tier => tier.Points) : 0)).Total;
        if (largest > BigInteger.Pow(2, 53) - 1)
            return "refused: PointsOverflow";

        var (reached, total) = Climb(definition, type, Total + limited);
        var (prize, played) = (BigInteger.Zero, "");
        if (plays)
        {
            var eligible = !IsExcluded && Wins < (game!.MaxWinsPerUser ?? int.MaxValue);
            var hit = game!.Mode == InstantWinMode.Odds && eligible ? TierHit(game, draw(Plays + 1)) : null;
            var asks = game.Mode switch
            {
                InstantWinMode.Odds => new Asked(hit?.Name, hit is null ? null : true),
                InstantWinMode.Deck => new Asked(null, eligible),
                _ => new Asked(null, eligible ? true : null),
            };
            var won = asks.IsEligible is null ? null : claim(asks);
            played = $"play {Plays + 1} {(won is not null ? $"won {won.Name}" : asks.IsEligible is null ? "lost" : "claimed and lost")}";
            if (won is not null)
            {
                prize = won.Points;
                (reached, total) = Climb(definition, type, Total + limited + prize);
            }
        }

        var counted = definition.Points.Rules.Any(rule => rule.EventType == type)
            || definition.Milestones.Any(milestone => milestone.EventType == type)
            || isStreak || game?.EventTypes.Contains(type) == true;
        var earned = total - Total - prize;
        _events.Add(new Recorded(
            now, LocalOf(now), type, earned + prize, limited, [.. applied.Where(HasLimits).Select(rule => rule.Id)], counted, isStreak, plays, played.Contains("won")));
        Fire(reached, total);
        return $"{earned} + {prize} = {total}, limited {limited}, streak {days}, [{string.Join(' ', reached.Order().Select(one => $"{one.Id}×{one.Times}"))}], {played}";
    }

    /// <summary>Whether a total with so many points more is within its limit.</summary>
    public bool HasRoomFor(CampaignDefinition definition, BigInteger points) =>
        Climb(definition, type: null, Total + points).Total <= BigInteger.Pow(2, 53) - 1;

    public void Erase() => Total = 0;

    public string Adjust(CampaignDefinition definition, BigInteger points)
    {
        points = BigInteger.Max(points, -Total);
        if (!HasRoomFor(definition, points))
            return "refused";
        var (reached, total) = Climb(definition, type: null, Total + points);
        Fire(reached, total);
        return $"{points} = {total}";
    }

    public BigInteger TakeBack(BigInteger points)
    {
        points = BigInteger.Min(points, Total);
        Total -= points;
        return points;
    }

    /// <summary>The total that nothing raises any more, found by firing one milestone once at a time.</summary>
    private (List<(string Id, BigInteger Times)> Reached, BigInteger Total) Climb(CampaignDefinition definition, string? type, BigInteger total)
    {
        var reached = new List<(string Id, BigInteger Times)>();
        while (true)
        {
            var next = definition.Milestones.FirstOrDefault(milestone =>
            {
                var value = milestone.Points is null
                    ? _events.Count(one => one.Counted && one.Type == milestone.EventType) + (type == milestone.EventType ? 1 : 0)
                    : total;
                var times = Times(_fired, milestone.Id) + Times(reached, milestone.Id);
                return milestone.Repeats ? value >= (times + 1) * (milestone.Points ?? milestone.Count!.Value)
                    : times == 0 && value >= (milestone.Points ?? milestone.Count!.Value);
            });
            if (next is null)
                return (reached, total);
            Add(reached, next.Id, 1);
            total += next.BonusPoints;
        }
    }

    private void Fire(List<(string Id, BigInteger Times)> reached, BigInteger total)
    {
        foreach (var (id, times) in reached)
            Add(_fired, id, times);
        Total = total;
    }

    private static BigInteger Times(List<(string Id, BigInteger Times)> list, string id) => list.Find(one => one.Id == id).Times;

    private static void Add(List<(string Id, BigInteger Times)> list, string id, BigInteger times)
    {
        var at = list.FindIndex(one => one.Id == id);
        if (at < 0)
            list.Add((id, times));
        else
            list[at] = (id, list[at].Times + times);
    }

    private static bool HasLimits(PointRule rule) => rule.Limits.Length > 0 || rule.CooldownSeconds is not null;

    private bool IsLimited(PointRule rule, DateTime now)
    {
        var uses = _events.Where(one => one.Rules.Contains(rule.Id)).ToList();
        return rule.Limits.Any(limit => uses.Count(use => Period(limit.Per, use.Local) == Period(limit.Per, LocalOf(now))) >= limit.Times)
            || (rule.CooldownSeconds is { } seconds && uses.Any(use => now < use.At.AddSeconds(seconds)));
    }

    private DateTime LocalOf(DateTime now)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        return _events.Count > 0 && _events[^1].Local is var last && local.Date < last.Date ? last : local;
    }

    private int StreakWith(DateTime local)
    {
        var days = 1;
        while (_events.Any(one => one.Streak && one.Local.Date == local.Date.AddDays(-days)))
            days++;
        return days;
    }

    private int Longest() => _events.Where(one => one.Streak).Select(one => StreakWith(one.Local)).DefaultIfEmpty().Max();

    private static TierDefinition? TierHit(InstantWinDefinition game, BigInteger draw)
    {
        var cumulative = 0m;
        foreach (var tier in game.Tiers)
        {
            cumulative += tier.Odds;
            if (draw < new BigInteger(cumulative * 1_000_000m) * BigInteger.Pow(2, 64) / 1_000_000)
                return tier;
        }

        return null;
    }

    public static BigInteger Draw(byte[] seed, Guid campaign, UInt128 participant, long play)
    {
        var message = $"00000004{Convert.ToHexString("draw"u8)}00000010{campaign:N}00000010{participant:x32}00000008{play:x16}";
        return new BigInteger(HMACSHA256.HashData(seed, Convert.FromHexString(message)).AsSpan(0, 8), isUnsigned: true, isBigEndian: true);
    }

    private static string Period(Period period, DateTime at) => period switch
    {
        Domain.Campaigns.Period.Day => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Domain.Campaigns.Period.Week => $"{ISOWeek.GetYear(at)}-{ISOWeek.GetWeekOfYear(at)}",
        Domain.Campaigns.Period.Month => at.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => "",
    };
}
