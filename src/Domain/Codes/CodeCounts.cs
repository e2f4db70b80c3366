namespace CampaignEngine.Domain.Codes;

/// <summary>How many codes are in which state; together they are all.</summary>
public readonly record struct CodeCounts(long Active, long Redeemed, long Expired, long Revoked)
{
    public static CodeCounts operator +(CodeCounts one, CodeCounts other) => new(
        one.Active + other.Active, one.Redeemed + other.Redeemed, one.Expired + other.Expired, one.Revoked + other.Revoked);
}
