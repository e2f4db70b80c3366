using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>The way from a slug to its campaign's grain, for those who manage campaigns.</summary>
public sealed class CampaignCalls(
    ICampaignDirectory directory, IGrainFactory grains, ChangesInForce changes, ILogger<CampaignCalls> logger)
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

    /// <summary>Changes a campaign. When it says that it is done, that is in force in every process.</summary>
    public async Task<CampaignReply> ChangeAsync(HttpContext context, CampaignId campaign, Func<ICampaignGrain, Task<CampaignReply>> change)
    {
        var reply = await UnknownOutcome.OfAsync(
            () => change(Grain(campaign)), new CampaignReply(CampaignReplyStatus.OutcomeUnknown, default, 0, []), logger, context,
            "the campaign was changed");
        // Also when it is so already: whoever made it so may not have waited to the end.
        if (reply.Status == CampaignReplyStatus.Done)
            await changes.WaitAsync();
        return reply;
    }
}
