namespace CampaignEngine.Domain.Campaigns;

/// <summary>At most <paramref name="Times"/> of something, for one participant in one <paramref name="Per"/>.</summary>
/// <param name="Times">1 to 1,000,000.</param>
public sealed record CountLimit(int Times, Period Per);
