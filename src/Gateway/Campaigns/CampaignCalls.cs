using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>The way from a slug to its campaign's grain, for those who manage campaigns.</summary>
public sealed partial class CampaignCalls(ICampaignDirectory directory, IGrainFactory grains, ILogger<CampaignCalls> logger)
{
    /// <exception cref="DirectoryUnavailableException">The registry could not be read.</exception>
    public async ValueTask<CampaignId?> FindAsync(KeyGrant grant, string slug) =>
        await directory.FindIdAsync(grant.App, grant.Environment, slug);

    public ICampaignGrain Grain(CampaignId campaign) => grains.GetGrain<ICampaignGrain>(CampaignKey.Format(campaign));

    /// <summary>Makes a campaign that has no version yet, or null when there are too many.</summary>
    public async Task<CampaignId?> ReserveAsync(KeyGrant grant, string slug)
    {
        var id = await grains.GetGrain<IRegistryGrain>(0).ReserveSlug(grant.App, grant.Environment, slug);
        return id == Guid.Empty ? null : new CampaignId(grant.App, grant.Environment, id);
    }

    public async Task<CampaignReply> ChangeAsync(CampaignId campaign, Func<ICampaignGrain, Task<CampaignReply>> change, string requestId)
    {
        try
        {
            return await change(Grain(campaign));
        }
        catch (Exception exception)
        {
            // Once the call is under way, whatever fails may have failed after the commit.
            LogOutcomeUnknown(exception, requestId);
            return new CampaignReply(CampaignReplyStatus.OutcomeUnknown, default, 0, []);
        }
    }
}
