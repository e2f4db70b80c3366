using System.Text.Json;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Tests;

internal static class RulesOnTheirOwn
{
    /// <summary>What rules give somebody for whom no limit is reached yet.</summary>
    public static long PointsFor(this PointRules rules, string eventType, JsonElement metadata)
    {
        var points = 0L;
        foreach (var rule in rules.For(eventType))
            points += rule.FailedCondition(metadata) is null ? rule.PointsFor(metadata) : 0;
        return points;
    }
}
