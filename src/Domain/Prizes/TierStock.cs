namespace CampaignEngine.Domain.Prizes;

/// <summary>One tier's inventory. Always: stocked = remaining + open + awarded, and none is negative.</summary>
public sealed record TierStock(string Name, long Stocked, long Remaining, long Open, long Awarded);
