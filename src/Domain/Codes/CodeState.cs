namespace CampaignEngine.Domain.Codes;

/// <summary>What became of a redeemable code. The numbers are on the wire, so they only grow.</summary>
public enum CodeState : byte
{
    Active = 1,
    Redeemed = 2,
    Revoked = 3,
    Expired = 4,
}
