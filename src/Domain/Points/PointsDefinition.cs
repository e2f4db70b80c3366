using System.Collections.Immutable;

namespace CampaignEngine.Domain.Points;

/// <summary>The member <c>points</c> of a definition.</summary>
/// <param name="Rules">At most 100; all that match an event add up.</param>
public sealed record PointsDefinition(ImmutableArray<PointRule> Rules);
