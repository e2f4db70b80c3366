namespace CampaignEngine.Grains.Interfaces.Prizes;

/// <summary>Always: stocked = remaining + open + awarded + voided.</summary>
/// <param name="Voided">Taken back from a winner and not put back in stock.</param>
/// <param name="Waiting">Those of the remaining that were drawn already and go to the next plays that may have them (deck, moments).</param>
/// <param name="Day">The local day, as <c>LocalPeriods</c> counts them, of the newest unit whose day was kept; 0 when there is none.</param>
/// <param name="InDay">Units given away in <paramref name="Day"/>.</param>
[GenerateSerializer, Immutable, Alias("TierStockView")]
public sealed record TierStockView(
    [property: Id(0)] string Tier,
    [property: Id(1)] long Stocked,
    [property: Id(2)] long Remaining,
    [property: Id(3)] long Open,
    [property: Id(4)] long Awarded,
    [property: Id(5)] long Voided = 0,
    [property: Id(6)] long Waiting = 0,
    [property: Id(7)] int Day = 0,
    [property: Id(8)] int InDay = 0);
