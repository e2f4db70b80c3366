namespace CampaignEngine.Gateway.Prizes;

/// <summary>Units that were added; what the tier has afterwards.</summary>
public sealed record AddedStockResponse(string Tier, long Added, long? Stocked, long? Remaining);

/// <summary>Codes that were uploaded, and the units that came with them; stock is null in a draft.</summary>
/// <param name="CodesAdded">In this upload.</param>
/// <param name="Codes">Of the tier afterwards, handed out or not.</param>
public sealed record UploadedCodesResponse(
    string Tier, long Added, long? Stocked, long? Remaining, int CodesAdded, int? Codes);

/// <param name="Waiting">Of the remaining: drawn already, for the next plays that may have them.</param>
/// <param name="Day">The local day that <paramref name="GivenInDay"/> counts, as in 2026-06-15; null when days do not matter.</param>
public sealed record TierStockResponse(
    string Tier, long Stocked, long Remaining, long Waiting, long Open, long Awarded, long Voided, string? Day, int GivenInDay);

/// <summary>A list that is always whole: a campaign has at most 50 tiers.</summary>
public sealed record StockResponse(IReadOnlyList<TierStockResponse> Items, string? NextCursor);
