using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Hosting.Clusters;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Clusters;

public sealed class ClusterAccessTests
{
    [Fact]
    public async Task While_no_grain_can_be_called_the_api_says_that_nothing_was_recorded()
    {
        await using var host = await GatewayHost.StartAsync(
            customise: builder => builder.Services.AddSingleton<IClusterAccess>(new NoAccess()));

        using var recorded = await host.Client.PostAsync("/v1/campaigns/points/events", new ByteArrayContent("{}"u8.ToArray()));
        using var read = await host.Client.GetAsync("/v1/campaigns/points/participants/u");
        using var ready = await host.Client.GetAsync("/healthz/ready");
        using var live = await host.Client.GetAsync("/healthz/live");

        foreach (var answer in new[] { recorded, read })
        {
            await Expect.ErrorAsync(answer, 503, "unavailable", "Not available at the moment; nothing was recorded");
            Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
        }

        await Expect.ErrorAsync(ready, 503, "not_ready", "No silo in a test");
        Assert.Equal(200, (int)live.StatusCode);
    }

    private sealed class NoAccess : IClusterAccess
    {
        public string? WhyNot => "No silo in a test";
    }
}
