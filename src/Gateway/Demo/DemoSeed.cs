using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Hosting.Starting;

namespace CampaignEngine.Gateway.Demo;

/// <summary>Creates the demo app, its key and its campaigns. Every step may be repeated, so a start that was cut short goes on where it was, and gateways may plant at once.</summary>
internal sealed class DemoSeed(IGrainFactory grains, ICampaignDirectory directory, TimeProvider time, GatewayOptions options)
{
    public async Task PlantAsync()
    {
        var registry = grains.GetGrain<IRegistryGrain>(0);
        await registry.CreateApp(DemoApp.Id, DemoApp.Name);
        await registry.AddKey(
            DemoApp.KeyId, DemoApp.Id, CampaignEnvironment.Test,
            SHA256.HashData(Encoding.UTF8.GetBytes(DemoApp.Key)), KeyScopes.Events | KeyScopes.Manage);
        await directory.RefreshAsync();
        foreach (var definition in DemoDefinition.ReadAll(options.DemoCampaigns))
            await PlantAsync(registry, definition);
        await directory.RefreshAsync();
    }

    private async Task PlantAsync(IRegistryGrain registry, DemoDefinition definition)
    {
        var known = await directory.FindCampaignAsync(DemoApp.Id, CampaignEnvironment.Test, definition.Slug);
        if (known is { WasActivated: true })
            return;

        var id = await registry.ReserveSlug(DemoApp.Id, CampaignEnvironment.Test, definition.Slug);
        var campaign = grains.GetGrain<ICampaignGrain>(CampaignKey.Format(new CampaignId(DemoApp.Id, CampaignEnvironment.Test, id)));
        if (known is null)
            Check(definition, await campaign.Define(definition.Slug, definition.Running(time.GetUtcNow())));
        Check(definition, await campaign.Activate());
    }

    private static void Check(DemoDefinition definition, CampaignReply reply)
    {
        if (reply.Status == CampaignReplyStatus.Done)
            return;
        if (reply.Status is CampaignReplyStatus.OutcomeUnknown or CampaignReplyStatus.Unavailable)
            throw new TimeoutException($"The campaign {definition.Slug} of the demo cannot be created ({reply.Status}).");

        throw new StartErrorException([
            $"The campaign {definition.Slug} of the demo cannot be created ({reply.Status}):",
            .. reply.Errors.Select(error => $"  {error.Pointer} {error.Message}")]);
    }
}
