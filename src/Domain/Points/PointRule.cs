using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Points;

/// <summary>One of <c>points.rules</c>: what an event of one type gives.</summary>
/// <param name="Id">Unique in the campaign.</param>
/// <param name="EventType">Compared character by character.</param>
/// <param name="When">All must hold; empty holds always.</param>
/// <param name="Points">Given whatever the event holds, 0 to 1,000,000,000.</param>
/// <param name="PerUnit">Given on top for an amount in the metadata, or null.</param>
public sealed record PointRule(
    string Id, string EventType, ImmutableArray<Condition> When, long Points, PerUnit? PerUnit)
{
    /// <summary>How often it gives points; at most one limit for each period. A rule over one gives 0.</summary>
    public ImmutableArray<CountLimit> Limits { get; init; } = [];

    /// <summary>For how long it gives 0 after it has given points, 1 to 31,536,000 seconds; null is not at all.</summary>
    public int? CooldownSeconds { get; init; }
}
