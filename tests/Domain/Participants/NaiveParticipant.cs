using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Tests.Participants;

/// <summary>
/// The rules of <c>docs</c> once more, written as plainly as they read: it keeps every event and counts anew each time.
/// Everything is in UTC, where days need no calendar.
/// </summary>
internal sealed class NaiveParticipant
{
    private readonly List<(DateTime At, BigInteger Earned, bool Played, bool Won)> _events = [];
    private readonly List<string> _reached = [];

    public BigInteger Total => _events.Aggregate(BigInteger.Zero, (sum, one) => sum + one.Earned);

    public int Plays => _events.Count(one => one.Played);

    public int Wins => _events.Count(one => one.Won);

    public IReadOnlyList<string> Reached => _reached;

    public BigInteger? PlaysLeft(InstantWinDefinition game, DateTime now)
    {
        BigInteger? least = null;
        foreach (var limit in game.MaxPlays)
        {
            var left = BigInteger.Max(0, limit.Times - _events.Count(one => one.Played && Period(limit.Per, one.At) == Period(limit.Per, now)));
            least = least is null ? left : BigInteger.Min(least.Value, left);
        }

        return least;
    }

    /// <returns>A line that says everything about the outcome.</returns>
    public string Record(CampaignDefinition definition, string eventType, DateTime now, byte[] seed, Guid campaign, UInt128 participant, Func<bool> hasStock)
    {
        var game = definition.InstantWin;
        var plays = game is not null && game.EventTypes.Contains(eventType);
        if (plays && PlaysLeft(game!, now) == 0)
        {
            if (!game!.RecordWithoutPlay)
                return "refused: PlaysExceeded";
            plays = false;
        }

        BigInteger points = definition.Points.Rules.Where(rule => rule.EventType == eventType).Sum(rule => rule.Points);
        var largest = Total + points
            + definition.Milestones.Where(milestone => !_reached.Contains(milestone.Id)).Sum(milestone => milestone.BonusPoints)
            + (plays ? game!.Tiers.Max(tier => tier.Points) : 0);
        if (largest > BigInteger.Pow(2, 53) - 1)
            return "refused: PointsOverflow";

        var newly = new List<string>();
        var total = Total + points;
        total += Bonus();
        var (prize, played) = (BigInteger.Zero, "");
        if (plays)
        {
            var tier = Wins >= (game!.MaxWinsPerUser ?? int.MaxValue) ? null : TierHit(game, Draw(seed, campaign, participant, Plays + 1));
            var won = tier is not null && hasStock();
            played = $"play {Plays + 1} {(tier is null ? "lost" : won ? $"won {tier.Name}" : "sold out")}";
            if (won)
            {
                prize = tier!.Points;
                total += prize;
                total += Bonus();
            }
        }

        var earned = total - Total - prize;
        _events.Add((now, earned + prize, plays, played.Contains("won")));
        _reached.AddRange(newly);
        return $"{earned} + {prize} = {total}, [{string.Join(' ', newly)}], {played}";

        BigInteger Bonus()
        {
            var bonus = BigInteger.Zero;
            while (definition.Milestones
                .Where(milestone => milestone.Points <= total + bonus && !_reached.Contains(milestone.Id) && !newly.Contains(milestone.Id))
                .MinBy(milestone => milestone.Points) is { } next)
            {
                newly.Add(next.Id);
                bonus += next.BonusPoints;
            }

            return bonus;
        }
    }

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

    private static BigInteger Draw(byte[] seed, Guid campaign, UInt128 participant, long play)
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
