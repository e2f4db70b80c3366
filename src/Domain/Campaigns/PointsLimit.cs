namespace CampaignEngine.Domain.Campaigns;

/// <summary>At most <paramref name="Points"/> of rules and streaks, for one participant in one <paramref name="Per"/>; what is over is cut.</summary>
/// <param name="Points">1 to 1,000,000,000.</param>
public sealed record PointsLimit(long Points, Period Per);
