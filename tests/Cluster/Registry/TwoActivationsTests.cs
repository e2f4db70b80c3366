using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Cluster.Tests.Registry;

public sealed class TwoActivationsTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    [Fact]
    public async Task A_slug_reserved_at_both_names_one_campaign()
    {
        await two.First.Grains.GetGrain<IRegistryGrain>(0).CreateApp(Engine.App, "tests");

        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? two.First : two.Second).Grains
            .GetGrain<IRegistryGrain>(0).ReserveSlug(Engine.App, CampaignEnvironment.Test, "shared-slug")));

        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task An_app_closed_at_one_and_opened_at_the_other_can_be_closed_again()
    {
        var app = Guid.NewGuid();
        var (first, second) = (two.First.Grains.GetGrain<IRegistryGrain>(0), two.Second.Grains.GetGrain<IRegistryGrain>(0));
        await first.CreateApp(app, "tests");
        const string Key = "sk_test_fedcba9876543210fedcba9876543210";
        await first.AddKey(Guid.NewGuid(), app, CampaignEnvironment.Test,
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Key)), KeyScopes.Events);
        await first.SetAppActive(app, active: false);
        await second.SetAppActive(app, active: true);

        await first.SetAppActive(app, active: false);

        await two.First.Directory.RefreshAsync();
        Assert.False((await two.First.Directory.FindKeyAsync(Key))!.IsAppActive);
    }
}
