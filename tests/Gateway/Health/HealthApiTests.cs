using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Hosting.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CampaignEngine.Gateway.Tests.Health;

public sealed class HealthApiTests
{
    [Fact]
    public async Task A_started_gateway_is_alive_ready_and_says_what_it_is()
    {
        await using var host = await GatewayHost.StartAsync();

        Assert.Equal("""{"status":"live"}""", await host.Client.GetStringAsync("/healthz/live"));
        Assert.Equal("""{"status":"ready"}""", await host.Client.GetStringAsync("/healthz/ready"));
        Assert.Equal("""{"name":"Campaign engine","version":"0.1.0"}""", await host.Client.GetStringAsync("/"));
    }

    [Fact]
    public async Task After_the_journal_failed_the_gateway_is_alive_but_not_ready_and_ends()
    {
        var exits = new List<int>();
        var failStop = new FailStop(NullLogger<FailStop>.Instance, exits.Add);
        await using var host = await GatewayHost.StartAsync(customise: builder => builder.Services.AddSingleton(failStop));

        failStop.OnFatal(new IOException("disk full"));
        failStop.OnFatal(new IOException("disk full"));
        using var ready = await host.Client.GetAsync("/healthz/ready");
        using var live = await host.Client.GetAsync("/healthz/live");

        await Expect.ErrorAsync(ready, 503, "not_ready", "The journal has failed");
        Assert.Equal(200, (int)live.StatusCode);
        Assert.Equal([FailStop.ExitCode], exits);
    }

    [Fact]
    public async Task The_yardstick_is_there_only_when_asked_for()
    {
        await using var host = await GatewayHost.StartAsync();

        using var answer = await host.Client.PostAsync("/bench/noop", new ByteArrayContent("{}"u8.ToArray()));

        await Expect.ErrorAsync(answer, 404, "not_found", "Not found");
    }
}
