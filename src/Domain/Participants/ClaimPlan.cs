using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>An event that is decided but for what the pool answers. Nothing about it can refuse any more.</summary>
/// <param name="Before">The total before the prize, bonuses included.</param>
/// <param name="Tier">The tier that the draw hit; null where the pool says which (deck, moments).</param>
/// <param name="IsEligible">False for a play that takes its card of the deck but may not win.</param>
public sealed record ClaimPlan(
    Campaign Campaign,
    Participant Participant,
    EventRecorded WithoutPrize,
    long Before,
    PrizeTier? Tier,
    bool IsEligible,
    DateTimeOffset Now)
{
    public long Play => WithoutPrize.Play!.Number;

    /// <summary>The local day that limits per day count it in.</summary>
    public int Day => WithoutPrize.Periods.Day;
}

/// <summary>What the pool answered to a claim.</summary>
/// <param name="Award">Of a unit, or of a losing card; 0 when nothing was kept.</param>
/// <param name="WinCode">Null unless a unit was won.</param>
/// <param name="Tier">Index of the tier, where the pool says which.</param>
public readonly record struct ClaimOutcome(long Award, string? WinCode, int Tier = 0)
{
    public static readonly ClaimOutcome SoldOut;

    public bool IsWon => WinCode is not null;
}
