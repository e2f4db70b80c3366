using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CampaignEngine.Domain.Points;

/// <summary>The rules of a campaign, ready to count: all that match an event add up.</summary>
public sealed class PointRules
{
    /// <summary>2^53−1, the largest integer that every JSON reader keeps exactly; no total goes above it.</summary>
    public const long MaxTotal = (1L << 53) - 1;

    private readonly FrozenDictionary<string, ImmutableArray<RuleTest>> _byEventType;

    internal PointRules(PointsDefinition definition)
    {
        All = [.. definition.Rules.Select(rule => new RuleTest(rule))];
        _byEventType = All
            .GroupBy(rule => rule.EventType, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>In the definition's order.</summary>
    public ImmutableArray<RuleTest> All { get; }

    /// <summary>Those for events of a type, in the definition's order.</summary>
    public ImmutableArray<RuleTest> For(string eventType) =>
        _byEventType.TryGetValue(eventType, out var rules) ? rules : [];
}
