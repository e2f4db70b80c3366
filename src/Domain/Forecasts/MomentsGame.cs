using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts.Sampling;

namespace CampaignEngine.Domain.Forecasts;

/// <summary>Mode moments: every unit has a moment, and waits from then on for a play that may win it.</summary>
internal sealed class MomentsGame(InstantWinDefinition definition, ForecastPeriod period, ForecastStock stock, WinLimit winLimit)
    : PrizeGame(definition, stock, winLimit)
{
    private readonly long[] _waiting = new long[definition.Tiers.Length];
    private readonly long[] _ahead = new long[definition.Tiers.Length];
    private readonly long[] _fresh = new long[definition.Tiers.Length];
    private DateTimeOffset _dueUntil;

    public override void Start(Xoshiro256 random)
    {
        base.Start(random);
        for (var tier = 0; tier < _ahead.Length; tier++)
            (_waiting[tier], _ahead[tier]) = (Stock.Tiers[tier].Waiting, Stock.Tiers[tier].Remaining - Stock.Tiers[tier].Waiting);
        _dueUntil = period.MomentsFrom;
        // A campaign that is activated after its start has moments that have passed already.
        var share = ShareDueBy(period.From);
        for (var tier = 0; tier < _ahead.Length; tier++)
            _waiting[tier] += ComeDue(random, tier, share);
    }

    protected override void PlayDay(Xoshiro256 random, ForecastDay day, long plays)
    {
        var share = ShareDueBy(day.To);
        var (before, during) = (0L, 0L);
        for (var tier = 0; tier < _ahead.Length; tier++)
        {
            var most = MostADay(tier);
            var old = Math.Min(_waiting[tier], most);
            _waiting[tier] += _fresh[tier] = ComeDue(random, tier, share);
            before += old;
            // All of them, for it is the first ones that are given; none where the day is used up by those that wait.
            during += old < most ? _fresh[tier] : 0;
        }

        var eligible = WinLimit.Eligible(random, plays);
        Give(before + during - StillWaiting(random, before, during, eligible), eligible, _waiting, _fresh);
        WinLimit.Count(plays, eligible, Given.Sum());
    }

    private double ShareDueBy(DateTimeOffset to)
    {
        var share = to > _dueUntil ? (to - _dueUntil) / (period.To - _dueUntil) : 0;
        _dueUntil = to > _dueUntil ? to : _dueUntil;
        return share;
    }

    private long ComeDue(Xoshiro256 random, int tier, double share)
    {
        var due = Binomial.Draw(random, _ahead[tier], share);
        _ahead[tier] -= due;
        return due;
    }

    /// <summary>
    /// Units that come due and plays, in random order: each play takes a unit if one waits. What waits in the end is the
    /// most by which units outnumber plays from some point on, and by reflection the chance of at least k is
    /// C(n, units − k) ÷ C(n, units) for k from max(0, units − plays), where n = units + plays.
    /// </summary>
    /// <param name="before">Units that wait from the beginning.</param>
    private static long StillWaiting(Xoshiro256 random, long before, long units, long plays)
    {
        var k = Math.Max(0, units - plays);
        var draw = random.NextUnit();
        for (var chance = 1.0; k < units; k++)
        {
            chance *= (double)(units - k) / (plays + k + 1);
            if (draw >= chance)
                break;
        }

        return Math.Max(before + units - plays, k);
    }
}
