using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Campaigns.Conditions;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Deciding;

/// <summary>20 rules, all for purchases, with conditions, limits and cooldowns; 10 milestones, a streak and 5 tiers.</summary>
internal static class LargeCampaign
{
    public static readonly CampaignDefinition Definition = new(
        "Large",
        new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.FromHours(2)),
        new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.FromHours(2)),
        "Europe/Berlin",
        new PointsDefinition([.. Enumerable.Range(0, 20).Select(Rule)]) { MaxPointsPerUser = [new PointsLimit(1_000_000_000, Period.Campaign)] },
        [
            .. Enumerable.Range(1, 7).Select(i => new Milestone($"points-{i}", $"Points {i}", i * 100_000, 50)),
            new Milestone("each", "Each", 50_000, 20) { Repeats = true },
            new Milestone("tenth", "Tenth", null, 20) { EventType = "purchase", Count = 10, Repeats = true },
            new Milestone("hundredth", "Hundredth", null, 20) { EventType = "purchase", Count = 100 },
        ],
        new InstantWinDefinition(
            Game.SpinWheel, ["purchase"], [], InstantWinMode.Odds, [new CountLimit(1_000_000, Period.Day)], RecordWithoutPlay: true,
            MaxWinsPerUser: null, [.. Enumerable.Range(1, 5).Select(i => new TierDefinition($"Tier {i}", 1_000, 0.001m, 10, null))],
            "Not this time. Try again!"))
    {
        Streak = new StreakDefinition(["purchase"], [new StreakBonus(7, 70, Repeats: true), new StreakBonus(30, 500, Repeats: false)]),
    };

    // Half of them have limits; every other condition fails.
    private static PointRule Rule(int index) => new(
        $"rule-{index}", "purchase",
        [new Condition("metadata.amount", index % 2 == 0 ? ConditionOperator.Gte : ConditionOperator.Lt, [new Scalar.Number(10m)])],
        10, index % 4 == 0 ? new PerUnit("metadata.amount", 2, PointRounding.Floor, 500) : null)
    {
        Limits = index % 4 == 2 ? [new CountLimit(1_000_000, Period.Day)] : [],
        CooldownSeconds = index % 8 == 6 ? 60 : null,
    };
}
