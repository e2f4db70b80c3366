namespace CampaignEngine.Grains.Interfaces.Prizes;

/// <summary>Always: stocked = remaining + open + awarded.</summary>
[GenerateSerializer, Immutable, Alias("TierStockView")]
public sealed record TierStockView(
    [property: Id(0)] string Tier,
    [property: Id(1)] long Stocked,
    [property: Id(2)] long Remaining,
    [property: Id(3)] long Open,
    [property: Id(4)] long Awarded);
