using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Confirmations;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Prizes;

/// <summary>Tells pools which awards are committed. One that is lost is made up for by the participant's next claim, too.</summary>
internal sealed class AwardConfirmations(IGrainFactory grains, TimeProvider time, ILogger<AwardConfirmations> logger, TaskScheduler? scheduler = null)
    : Confirmations<CampaignId, long>(time, logger, scheduler)
{
    protected override Task ConfirmAsync(CampaignId campaign, long[] awards) =>
        grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign)).Confirm(awards);
}
