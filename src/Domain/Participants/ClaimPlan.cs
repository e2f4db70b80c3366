using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Participants;

/// <summary>An event that is decided but for what the pool answers. Nothing about it can refuse any more.</summary>
/// <param name="Before">The total before the prize, bonuses included.</param>
public sealed record ClaimPlan(
    Campaign Campaign,
    Participant Participant,
    EventRecorded WithoutPrize,
    long Before,
    PrizeTier Tier,
    DateTimeOffset Now)
{
    public long Play => WithoutPrize.Play!.Number;
}

/// <summary>What the pool answered to a claim.</summary>
public readonly record struct ClaimOutcome(long Award, string WinCode)
{
    public static readonly ClaimOutcome SoldOut;

    public bool IsAwarded => Award != 0;
}
