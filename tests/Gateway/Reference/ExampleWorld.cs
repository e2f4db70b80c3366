using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>An app of its own for the examples of one operation, with the campaign that the examples speak of.</summary>
internal sealed class ExampleWorld
{
    public const string Slug = "summer-promo";

    public const string ShownWinCode = "SUMM-AX7K9M2P";

    public const string ShownReferralCode = "K7QW2MXA";

    private readonly IServiceProvider _services;
    private readonly Guid _app = Guid.NewGuid();
    private readonly Guid _key = Guid.NewGuid();

    private ExampleWorld(IServiceProvider services) => _services = services;

    public string EventsKey { get; } = NewKey();

    public string ManageKey { get; } = NewKey();

    /// <summary>Of the last play that won; until then the one that the reference shows.</summary>
    public string WinCode { get; set; } = ShownWinCode;

    /// <summary>That of the user whom the reference shows; until it was asked for the one that it shows.</summary>
    public string ReferralCode { get; set; } = ShownReferralCode;

    /// <summary>What there is in this world instead of what the reference shows.</summary>
    public string InText(string text) => text
        .Replace(ShownWinCode, WinCode, StringComparison.Ordinal)
        .Replace(ShownReferralCode, ReferralCode, StringComparison.Ordinal);

    /// <summary>The app and one of its keys instead of those that the reference shows.</summary>
    public string InPath(string path) => path
        .Replace("{appId}", $"{_app}", StringComparison.Ordinal)
        .Replace("{keyId}", $"{_key}", StringComparison.Ordinal);

    private IGrainFactory Grains => _services.GetRequiredService<IGrainFactory>();

    /// <param name="status">Of the campaign; null: there is none yet.</param>
    public static async Task<ExampleWorld> BuildAsync(IServiceProvider services, CampaignStatus? status = CampaignStatus.Active)
    {
        var world = new ExampleWorld(services);
        var note = new KeyNote("till 7", "admin", Request: default);
        var registry = world.Grains.GetGrain<IRegistryGrain>(0);
        await registry.CreateApp(world._app, "examples");
        await registry.AddKey(world._key, world._app, CampaignEnvironment.Test, Hash(world.EventsKey), KeyScopes.Events, note);
        await registry.AddKey(Guid.NewGuid(), world._app, CampaignEnvironment.Test, Hash(world.ManageKey), KeyScopes.Manage, note);
        if (status is not null)
            await world.DefineAsync(registry, status.Value);
        await services.GetRequiredService<ICampaignDirectory>().RefreshAsync();
        return world;
    }

    private async Task DefineAsync(IRegistryGrain registry, CampaignStatus status)
    {
        var id = new CampaignId(_app, CampaignEnvironment.Test, await registry.ReserveSlug(_app, CampaignEnvironment.Test, Slug));
        var campaign = Grains.GetGrain<ICampaignGrain>(CampaignKey.Format(id));
        Assert.Equal(CampaignReplyStatus.Done, (await campaign.Define(Slug, Definition())).Status);
        if (status == CampaignStatus.Active)
            Assert.Equal(CampaignReplyStatus.Done, (await campaign.Activate()).Status);
    }

    /// <summary>The one that the reference shows, but running now, and every play wins.</summary>
    private static byte[] Definition()
    {
        var definition = JsonNode.Parse(DescribedRoutes.Get("putCampaign").Operation.Examples[0].Request!)!;
        var now = TimeProvider.System.GetUtcNow();
        definition["startsAt"] = now.AddDays(-1).ToString("O");
        definition["endsAt"] = now.AddDays(30).ToString("O");
        definition["instantWin"]!["tiers"]![0]!["odds"] = 1;
        return Encoding.UTF8.GetBytes(definition.ToJsonString());
    }

    private static string NewKey() => $"sk_test_{Guid.NewGuid():N}";

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
