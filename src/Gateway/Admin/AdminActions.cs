using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Journal;

namespace CampaignEngine.Gateway.Admin;

/// <summary>Changes apps and keys: recorded before it is done, and in force everywhere when it is answered.</summary>
public sealed class AdminActions(IGrainFactory grains, ICampaignDirectory directory, ChangesInForce changes)
{
    /// <param name="decide">Tells what would be refused, which is not recorded, and what is so already.</param>
    /// <param name="action">For the app's audit; so is <paramref name="detail"/>, a JSON object.</param>
    /// <exception cref="OutcomeUnknownException">It may have been carried out.</exception>
    public async Task<RegistryReply> RunAsync(
        Guid app, string action, byte[] detail,
        Func<RegistryState, RegistryDecision> decide, Func<IRegistryGrain, Task<RegistryReply>> carryOut)
    {
        var decision = decide(await directory.ReadNewestAsync());
        if (decision.Status != RegistryStatus.Done)
            return decision.Reply();

        var reply = decision.Reply();
        if (decision.Entry is not null)
        {
            await Audit(app).Record(new AuditAction(AuditActor.Admin, action, detail));
            reply = await CarryOutAsync(carryOut);
        }

        // Also when it is so already: whoever made it so may not have waited to the end.
        if (reply.Status == RegistryStatus.Done)
            await changes.WaitAsync();
        return reply;
    }

    /// <summary>Of the app itself, which is no campaign of any environment.</summary>
    public IAuditGrain Audit(Guid app) =>
        grains.GetGrain<IAuditGrain>(CampaignKey.Format(new CampaignId(app, default, Guid.Empty)));

    private async Task<RegistryReply> CarryOutAsync(Func<IRegistryGrain, Task<RegistryReply>> carryOut)
    {
        try
        {
            return await carryOut(grains.GetGrain<IRegistryGrain>(0));
        }
        catch (Exception exception)
        {
            // Once the call is under way, whatever fails may have failed after the commit.
            throw new OutcomeUnknownException("It is not known whether apps or keys were changed.", exception);
        }
    }
}
