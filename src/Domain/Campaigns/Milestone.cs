namespace CampaignEngine.Domain.Campaigns;

/// <summary>A total that gives a bonus once it is reached. It fires once for each participant.</summary>
/// <param name="Id">Unique in the campaign.</param>
/// <param name="Points">The total that reaches it, 1 to 1,000,000,000; no two milestones have the same.</param>
/// <param name="BonusPoints">0 to 1,000,000,000.</param>
public sealed record Milestone(string Id, string Name, long Points, long BonusPoints);
