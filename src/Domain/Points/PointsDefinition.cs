using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Points;

/// <summary>The member <c>points</c> of a definition.</summary>
/// <param name="Rules">At most 100; all that match an event add up.</param>
public sealed record PointsDefinition(ImmutableArray<PointRule> Rules)
{
    /// <summary>Limits on what rules and streaks give a participant; at most one for each period.</summary>
    public ImmutableArray<PointsLimit> MaxPointsPerUser { get; init; } = [];
}
