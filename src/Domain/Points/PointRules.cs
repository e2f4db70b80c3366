using System.Collections.Frozen;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Points;

/// <summary>The rules of a campaign, ready to count: all that match an event add up.</summary>
public sealed class PointRules
{
    /// <summary>2^53−1, the largest integer that every JSON reader keeps exactly; no total goes above it.</summary>
    public const long MaxTotal = (1L << 53) - 1;

    private readonly FrozenDictionary<string, Rule[]> _byEventType;

    internal PointRules(PointsDefinition definition) =>
        _byEventType = definition.Rules
            .GroupBy(rule => rule.EventType, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key, group => group.Select(rule => new Rule(rule)).ToArray(), StringComparer.Ordinal);

    /// <param name="metadata">An object, or <c>default</c> when the event has none.</param>
    /// <returns>
    /// 0 or more; 0 when no rule matches. Each rule gives at most 2^53−1 and 1,000,000,000 more, and there are at most
    /// 100, so the sum stays below 2^60: adding it to a total cannot overflow, but may pass <see cref="MaxTotal"/>.
    /// </returns>
    public long PointsFor(string eventType, JsonElement metadata)
    {
        if (!_byEventType.TryGetValue(eventType, out var rules))
            return 0;
        var points = 0L;
        foreach (var rule in rules)
            points += rule.PointsFor(metadata);
        return points;
    }

    private sealed class Rule(PointRule definition)
    {
        private readonly ConditionList _when = new(definition.When);
        private readonly long _points = definition.Points;
        private readonly PerUnitPoints? _perUnit = definition.PerUnit is { } perUnit ? new PerUnitPoints(perUnit) : null;

        public long PointsFor(JsonElement metadata) =>
            _when.AllHold(metadata) ? _points + (_perUnit?.For(metadata) ?? 0) : 0;
    }
}
