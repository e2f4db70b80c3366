using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Tests.Participants;

/// <summary>Definitions that use everything, small enough that a history of some dozen events runs into all of it.</summary>
internal sealed class RandomDefinitions(Random random, bool hugePoints, string timeZone)
{
    public static readonly string[] EventTypes = ["purchase", "login", "spin", "unknown"];

    /// <summary>A change keeps the game's mode and tiers, which are frozen.</summary>
    public CampaignDefinition Next(CampaignDefinition? previous) => Given.Definition(
        milestones: [.. Milestones()], game: Game(previous?.InstantWin, isNew: previous is null), timeZone: timeZone) with
    {
        StartsAt = Given.Monday.AddYears(-1),
        EndsAt = Given.Monday.AddYears(1),
        Points = new PointsDefinition([.. Enumerable.Range(0, random.Next(1, 5)).Select(Rule)])
        {
            MaxPointsPerUser = hugePoints ? [] : [.. SomePeriods().Select(per => new PointsLimit(random.Next(1, 12) * 50, per))],
        },
        Streak = random.Next(3) == 0 ? null : new StreakDefinition(
            [EventTypes[random.Next(3)], "unknown"],
            [.. Enumerable.Range(1, 5).Where(_ => random.Next(2) == 0).Select(days => new StreakBonus(days, random.Next(5), random.Next(2) == 0))]),
    };

    private PointRule Rule(int index) => new($"r{index}", EventTypes[random.Next(3)], [], Points(), PerUnit: null)
    {
        Limits = random.Next(2) == 0 ? [] : [.. SomePeriods().Select(per => new CountLimit(random.Next(1, 4), per))],
        CooldownSeconds = random.Next(4) == 0 ? random.Next(1, 60 * 60 * 24) : null,
    };

    private IEnumerable<Milestone> Milestones()
    {
        foreach (var points in Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(1, 20) * 50L).Distinct())
        {
            // All that repeat together give back at most half.
            var repeats = !hugePoints && random.Next(3) == 0;
            yield return new Milestone($"m{points}", $"Milestone {points}", points, random.Next(3) * (repeats ? points / 20 : 50)) { Repeats = repeats };
        }

        for (var i = random.Next(3); i > 0; i--)
        {
            yield return new Milestone($"c{i}", $"Count {i}", Points: null, random.Next(3) * 25)
            {
                EventType = EventTypes[random.Next(3)],
                Count = random.Next(1, 6),
                Repeats = random.Next(2) == 0,
            };
        }
    }

    private InstantWinDefinition? Game(InstantWinDefinition? previous, bool isNew)
    {
        if (isNew ? random.Next(5) == 0 : previous is null)
            return null;
        var mode = previous?.Mode ?? (InstantWinMode)random.Next(1, 4);
        return Given.Game(
            tiers: previous?.Tiers ?? [.. Enumerable.Range(0, random.Next(1, 4)).Select(
                index => Given.Tier($"T{index}", mode == InstantWinMode.Odds ? random.Next(1, 300_000) / 1_000_000m : 0, Points()))],
            maxPlays: [.. SomePeriods().Select(per => new CountLimit(random.Next(1, 4), per))],
            recordWithoutPlay: random.Next(2) == 0,
            maxWinsPerUser: random.Next(3) == 0 ? random.Next(1, 4) : null) with
        {
            Mode = mode,
            DeckSize = mode == InstantWinMode.Deck ? 1_000 : null,
        };
    }

    private IEnumerable<Period> SomePeriods() => Enum.GetValues<Period>().Where(_ => random.Next(5) == 0);

    // Some campaigns give so much that totals reach their limit.
    private long Points() => random.Next(4) == 0 ? 0
        : random.Next(1, 300) * (hugePoints && random.Next(10) == 0 ? 10_000_000_000_000 : 1);
}
