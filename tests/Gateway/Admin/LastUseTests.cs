using CampaignEngine.Gateway.Keys;
using CampaignEngine.Gateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Admin;

public sealed class LastUseTests
{
    [Fact]
    public async Task A_used_key_says_when_also_after_a_clean_stop()
    {
        using var directory = new TempDirectory();
        string[] args = ["--Journal:Provider=RocksDb", $"--Journal:Path={directory.Path}", AdminClient.Setting];
        string app, usedAt;
        (string Id, string Secret) reported, stopped, unused;
        await using (var host = await GatewayHost.StartAsync(args))
        {
            using var admin = new AdminClient(host.Client.BaseAddress!);
            app = await admin.AppAsync();
            (reported, stopped, unused) = (await admin.KeyAsync(app), await admin.KeyAsync(app), await admin.KeyAsync(app));
            await UseAsync(host, reported.Secret);
            await host.Services.GetRequiredService<KeyUseReporting>().ReportAsync();
            usedAt = (await LastUseAsync(admin, app, reported.Id))!;
            Assert.NotNull(usedAt);
            Assert.Null(await LastUseAsync(admin, app, stopped.Id));
            await UseAsync(host, stopped.Secret);
        }

        await using var restarted = await GatewayHost.StartAsync(args);
        using var later = new AdminClient(restarted.Client.BaseAddress!);

        Assert.Equal(usedAt, await LastUseAsync(later, app, reported.Id));
        Assert.NotNull(await LastUseAsync(later, app, stopped.Id));
        Assert.Null(await LastUseAsync(later, app, unused.Id));
    }

    private static async Task UseAsync(GatewayHost host, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/campaigns/none/participants/u") { Headers = { { "X-API-Secret", key } } };
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    private static async Task<string?> LastUseAsync(AdminClient admin, string app, string key) =>
        (await admin.DataAsync($"apps/{app}/keys/{key}")).GetProperty("lastUsedAt").GetString();
}
