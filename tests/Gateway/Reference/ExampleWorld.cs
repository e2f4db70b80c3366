using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>An app of its own for the examples of one operation, with the campaign that the examples speak of.</summary>
internal sealed class ExampleWorld
{
    public const string Slug = "summer-promo";

    /// <summary>Every play wins.</summary>
    private const string Definition = $$"""
        { "name": "Summer Promo", {{Definitions.Always}},
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 }, { "id": "signup", "eventType": "signup", "points": 50 } ] },
          "milestones": [ { "id": "bronze", "name": "Bronze", "points": 500, "bonusPoints": 50 } ],
          "instantWin": { "eventTypes": ["purchase"], "mode": "odds", "maxPlays": [ { "times": 1000, "per": "campaign" } ],
            "tiers": [ { "name": "Gold", "quantity": 10, "odds": 1, "points": 500 } ] } }
        """;

    private readonly IServiceProvider _services;
    private readonly Guid _app = Guid.NewGuid();

    private ExampleWorld(IServiceProvider services) => _services = services;

    public string EventsKey { get; } = NewKey();

    public string ManageKey { get; } = NewKey();

    private IGrainFactory Grains => _services.GetRequiredService<IGrainFactory>();

    public static async Task<ExampleWorld> BuildAsync(IServiceProvider services)
    {
        var world = new ExampleWorld(services);
        var registry = world.Grains.GetGrain<IRegistryGrain>(0);
        await registry.CreateApp(world._app, "examples");
        await registry.AddKey(Guid.NewGuid(), world._app, CampaignEnvironment.Test, Hash(world.EventsKey), KeyScopes.Events);
        await registry.AddKey(Guid.NewGuid(), world._app, CampaignEnvironment.Test, Hash(world.ManageKey), KeyScopes.Manage);
        var id = new CampaignId(world._app, CampaignEnvironment.Test, await registry.ReserveSlug(world._app, CampaignEnvironment.Test, Slug));
        var campaign = world.Grains.GetGrain<ICampaignGrain>(CampaignKey.Format(id));
        Assert.Equal(CampaignReplyStatus.Done, (await campaign.Define(Slug, Encoding.UTF8.GetBytes(Definition))).Status);
        Assert.Equal(CampaignReplyStatus.Done, (await campaign.Activate()).Status);
        await services.GetRequiredService<ICampaignDirectory>().RefreshAsync();
        return world;
    }

    private static string NewKey() => $"sk_test_{Guid.NewGuid():N}";

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
