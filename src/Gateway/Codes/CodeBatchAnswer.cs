using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Grains.Interfaces.Codes;

namespace CampaignEngine.Gateway.Codes;

internal static class CodeBatchAnswer
{
    public static CodeBatchResponse From(CampaignId campaign, CodeBatchView batch) => new(
        batch.Id, campaign.Value, batch.Size, batch.Points, batch.Label, WireTime.FormatOrNull(batch.ExpiresAt), WireTime.Format(batch.CreatedAt));

    public static CodeStatsResponse From(CodeStats stats) =>
        new(stats.Total, stats.Active, stats.Redeemed, stats.Expired, stats.Revoked, stats.Batches);
}
