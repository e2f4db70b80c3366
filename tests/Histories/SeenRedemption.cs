using CampaignEngine.Grains.Interfaces.Codes;

namespace CampaignEngine.Histories;

/// <summary>A code that a user sent, and what they saw of it.</summary>
/// <param name="Sent">As with <see cref="SeenAnswer"/>.</param>
/// <param name="Status">Null when the call threw: the client knows nothing.</param>
public sealed record SeenRedemption(string User, string Code, long Sent, long Arrived, RedeemCodeStatus? Status, byte[]? Data)
{
    public bool IsUnknown => Status is null or RedeemCodeStatus.OutcomeUnknown or RedeemCodeStatus.Unavailable;

    public bool IsDone => Status == RedeemCodeStatus.Done;
}
