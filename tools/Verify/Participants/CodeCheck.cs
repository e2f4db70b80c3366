using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Verify.Participants;

/// <summary>One redemption: that its code can give what it gives, and gives it once.</summary>
internal sealed class CodeCheck
{
    /// <summary>Of all participants.</summary>
    private readonly HashSet<(Guid Batch, int Index)> _redeemed = [];

    /// <returns>What is wrong.</returns>
    public IEnumerable<string> Violations(StoredCodeRedeemed redeemed)
    {
        if (!_redeemed.Add((redeemed.Batch, redeemed.Index)))
            yield return $"redeems code {redeemed.Index} of batch {redeemed.Batch}, which another entry has too";
        if (redeemed.Index is < 0 or >= CodeBatchTerms.MaxSize)
            yield return $"redeems code {redeemed.Index}, and no batch has so many";
        if (redeemed.Points is < 1 or > CodeBatchTerms.MaxPoints)
            yield return $"has {redeemed.Points} points of a code, and no code gives so many";
    }
}
