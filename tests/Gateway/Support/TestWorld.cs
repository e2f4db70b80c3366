using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>Sets up apps, keys and campaigns in every state, through the grains.</summary>
internal sealed class TestWorld(IServiceProvider services)
{
    public static readonly Guid App = new("11111111-0000-4000-8000-000000000001");
    private static readonly Guid OtherApp = new("11111111-0000-4000-8000-000000000002");
    private static readonly Guid InactiveApp = new("11111111-0000-4000-8000-000000000003");
    private static readonly Guid RevokedKey = new("22222222-0000-4000-8000-000000000004");

    private readonly IGrainFactory _grains = services.GetRequiredService<IGrainFactory>();

    private IRegistryGrain Registry => _grains.GetGrain<IRegistryGrain>(0);

    public async Task BuildAsync()
    {
        await BuildKeysAsync();
        await ActivateAsync("points", Definitions.PointsOnly(Definitions.Always));
        await ActivateAsync("promo", Definitions.InstantWin(odds: "0.000000000000000001"));
        await ActivateAsync("winners", Definitions.InstantWin(odds: "1"));
        await ActivateAsync("daily", Definitions.Daily());
        await ActivateAsync("once", Definitions.InstantWin(odds: "0.000000000000000001", """ "maxPlays": [ { "times": 1, "per": "campaign" } ], """));
        await ActivateAsync("not-yet", Definitions.PointsOnly(Definitions.NotYet));
        await (await ActivateAsync("paused", Definitions.PointsOnly(Definitions.Always))).Pause();
        await (await ActivateAsync("ended", Definitions.PointsOnly(Definitions.Always))).End();
        await ActivateAsync("live-only", Definitions.PointsOnly(Definitions.Always), CampaignEnvironment.Live);
        await DefineAsync("draft", Definitions.PointsOnly(Definitions.Always), CampaignEnvironment.Test);
        await services.GetRequiredService<ICampaignDirectory>().RefreshAsync();
    }

    /// <summary>A campaign of its own for a test that changes its state.</summary>
    public async Task<ICampaignGrain> ActivateAsync(string slug, byte[] definition, CampaignEnvironment environment = CampaignEnvironment.Test)
    {
        var campaign = await DefineAsync(slug, definition, environment);
        Assert.Equal(CampaignReplyStatus.Done, (await campaign.Activate()).Status);
        return campaign;
    }

    public async Task<ICampaignGrain> DefineAsync(string slug, byte[] definition, CampaignEnvironment environment)
    {
        var id = new CampaignId(App, environment, await Registry.ReserveSlug(App, environment, slug));
        var campaign = _grains.GetGrain<ICampaignGrain>(CampaignKey.Format(id));
        var reply = await campaign.Define(slug, definition);
        Assert.True(reply.Status == CampaignReplyStatus.Done, string.Join("; ", reply.Errors));
        return campaign;
    }

    private async Task BuildKeysAsync()
    {
        await Registry.CreateApp(App, "app");
        await Registry.CreateApp(OtherApp, "other app");
        await Registry.CreateApp(InactiveApp, "inactive app");
        await Registry.SetAppActive(InactiveApp, active: false);
        await AddKeyAsync(TestKeys.Test, App);
        await AddKeyAsync(TestKeys.Live, App, environment: CampaignEnvironment.Live);
        await AddKeyAsync(TestKeys.ManageOnly, App, scopes: KeyScopes.Manage);
        await AddKeyAsync(TestKeys.EventsOnly, App, scopes: KeyScopes.Events);
        await AddKeyAsync(TestKeys.Revoked, App, RevokedKey);
        await AddKeyAsync(TestKeys.OtherApp, OtherApp);
        await AddKeyAsync(TestKeys.InactiveApp, InactiveApp);
        await AddKeyAsync(TestKeys.Misnamed, App, environment: CampaignEnvironment.Live);
        await Registry.RevokeKey(RevokedKey);
    }

    private Task<RegistryReply> AddKeyAsync(
        string key, Guid app, Guid? id = null, CampaignEnvironment environment = CampaignEnvironment.Test,
        KeyScopes scopes = KeyScopes.Events | KeyScopes.Manage) =>
        Registry.AddKey(id ?? Guid.NewGuid(), app, environment, SHA256.HashData(Encoding.UTF8.GetBytes(key)), scopes);
}
