using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;

namespace CampaignEngine.Grains.Interfaces.Codes;

/// <summary>The key of a batch's grain: the campaign's key, a slash, and the batch's id as 32 hexadecimal digits.</summary>
public static class CodeBatchKey
{
    public static string Format(CampaignId campaign, Guid batch) => $"{CampaignKey.Format(campaign)}/{batch:N}";

    /// <exception cref="FormatException">Not a key that <see cref="Format"/> made.</exception>
    public static (CampaignId Campaign, Guid Batch) Parse(string key)
    {
        if (key.Length == CampaignKey.Length + 1 + 32 && Guid.TryParseExact(key.AsSpan(CampaignKey.Length + 1), "N", out var batch))
        {
            var campaign = CampaignKey.Parse(key.AsSpan(0, CampaignKey.Length));
            if (key == Format(campaign, batch))
                return (campaign, batch);
        }

        throw new FormatException($"{key} is not the key of a batch of codes.");
    }
}
