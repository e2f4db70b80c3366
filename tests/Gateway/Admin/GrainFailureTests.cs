using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Registry;
using Microsoft.Extensions.Hosting;

namespace CampaignEngine.Gateway.Tests.Admin;

public sealed class GrainFailureTests
{
    [Theory]
    [InlineData(nameof(IRegistryGrain.AddKey), true, "outcome_unknown", 1, 1)]
    [InlineData(nameof(IRegistryGrain.AddKey), false, "outcome_unknown", 1, 0)]
    [InlineData(nameof(IAuditGrain.Record), true, "unavailable", 1, 0)]
    [InlineData(nameof(IAuditGrain.Record), false, "unavailable", 0, 0)]
    public async Task What_failed_was_recorded_before_it_was_done_and_sent_again_it_is_done_once(
        string method, bool afterwards, string error, int recorded, int made)
    {
        var calls = new FailingCalls(method, afterwards);
        await using var host = await GatewayHost.StartAsync([AdminClient.Setting], builder =>
            builder.UseOrleans(silo => silo.AddIncomingGrainCallFilter(calls)));
        using var admin = new AdminClient(host.Client.BaseAddress!);
        var app = await admin.AppAsync();
        Task<HttpResponseMessage> SendAsync() => admin.PostAsync($"apps/{app}/keys", """{"environment":"test"}""", "fails-once");
        async Task<int> CountAsync(string list) => (await admin.DataAsync($"apps/{app}/{list}")).GetProperty("items").GetArrayLength();

        calls.IsFailing = true;
        using var failed = await SendAsync();
        calls.IsFailing = false;
        var (records, keys) = (await CountAsync("audit"), await CountAsync("keys"));
        using var again = await SendAsync();

        Assert.Equal(503, (int)failed.StatusCode);
        Assert.Contains($"\"error\":\"{error}\"", await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((1 + recorded, made), (records, keys));
        Assert.Equal(200, (int)again.StatusCode);
        Assert.Equal(made == 1, Expect.IsReplay(again));
        Assert.Equal(1, await CountAsync("keys"));
    }
}
