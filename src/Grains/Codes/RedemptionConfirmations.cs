using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Confirmations;
using CampaignEngine.Grains.Interfaces.Codes;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Codes;

/// <summary>Tells batches which of their codes' participants have the entry.</summary>
internal sealed class RedemptionConfirmations(IGrainFactory grains, TimeProvider time, ILogger<RedemptionConfirmations> logger, TaskScheduler? scheduler = null)
    : Confirmations<(CampaignId Campaign, Guid Batch), int>(time, logger, scheduler)
{
    protected override Task ConfirmAsync((CampaignId Campaign, Guid Batch) batch, int[] indexes) =>
        grains.GetGrain<ICodeBatchGrain>(CodeBatchKey.Format(batch.Campaign, batch.Batch)).Complete(indexes);
}
