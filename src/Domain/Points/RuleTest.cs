using System.Collections.Immutable;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Points;

/// <summary>A <see cref="PointRule"/> made ready to judge events with.</summary>
public sealed class RuleTest
{
    private readonly ConditionList _when;
    private readonly long _points;
    private readonly PerUnitPoints? _perUnit;

    internal RuleTest(PointRule definition)
    {
        Id = definition.Id;
        EventType = definition.EventType;
        Limits = definition.Limits;
        Cooldown = TimeSpan.FromSeconds(definition.CooldownSeconds ?? 0);
        _when = new ConditionList(definition.When);
        _points = definition.Points;
        _perUnit = definition.PerUnit is { } perUnit ? new PerUnitPoints(perUnit) : null;
    }

    public string Id { get; }

    public string EventType { get; }

    public ImmutableArray<CountLimit> Limits { get; }

    /// <summary>Zero is none.</summary>
    public TimeSpan Cooldown { get; }

    /// <summary>Whether it matters how often the rule gave points, and when it last did.</summary>
    public bool IsLimited => !Limits.IsEmpty || Cooldown > TimeSpan.Zero;

    /// <returns>The index of the first condition that does not hold, or null when all do.</returns>
    public int? FailedCondition(JsonElement metadata) => _when.FirstFailed(metadata);

    /// <summary>What it gives when nothing stands against it.</summary>
    /// <returns>
    /// 0 to 2^53 and 1,000,000,000 more. There are at most 100 rules, so all of them stay below 2^60: adding them to a
    /// total cannot overflow, but may pass <see cref="PointRules.MaxTotal"/>.
    /// </returns>
    public long PointsFor(JsonElement metadata) => _points + (_perUnit?.For(metadata) ?? 0);
}
