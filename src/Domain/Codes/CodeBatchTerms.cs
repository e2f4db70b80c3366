namespace CampaignEngine.Domain.Codes;

/// <summary>What holds for every code of a batch, and never changes.</summary>
/// <param name="Size">1 to <see cref="MaxSize"/>.</param>
/// <param name="Points">1 to <see cref="MaxPoints"/>.</param>
/// <param name="ExpiresAt">From here on, inclusive, no code of it can be redeemed; null is never.</param>
public readonly record struct CodeBatchTerms(int Size, long Points, DateTimeOffset? ExpiresAt)
{
    public const int MaxSize = 10_000;

    public const long MaxPoints = 1_000_000;
}
