using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Grains.Interfaces.Participants;
using Microsoft.Extensions.Hosting;

namespace CampaignEngine.Gateway.Tests.Events;

/// <summary>Once the grain was called, whatever goes wrong may have gone wrong after the commit.</summary>
public sealed class GrainFailureTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failing_call_is_an_unknown_outcome_and_the_same_key_tells_it(bool afterTheCommit)
    {
        var filter = new FailingFilter(afterTheCommit);
        await using var host = await GatewayHost.StartAsync(customise: builder =>
            builder.UseOrleans(silo => silo.AddIncomingGrainCallFilter(filter)));
        var world = new TestWorld(host.Services);
        await world.BuildAsync();

        filter.IsFailing = true;
        using var unknown = await host.Client.SendAsync(Event());
        var entries = await host.CountEntriesAsync();
        filter.IsFailing = false;
        using var told = await host.Client.SendAsync(Event());

        await Expect.ErrorAsync(unknown, 503, "outcome_unknown",
            "It is not known whether the request was carried out; send it again with the same Idempotency-Key");
        Assert.Equal(TimeSpan.FromSeconds(1), unknown.Headers.RetryAfter?.Delta);
        Assert.Equal(afterTheCommit ? 1 : 0, entries);
        await Expect.RecordedAsync(told);
        Assert.Equal(afterTheCommit, Expect.IsReplay(told));
        Assert.Equal(1, await host.CountEntriesAsync());
    }

    private static HttpRequestMessage Event() => new(HttpMethod.Post, "/v1/campaigns/points/events")
    {
        Headers = { { "X-API-Secret", TestKeys.Test }, { "Idempotency-Key", "k1" } },
        Content = new ByteArrayContent("""{"userId":"u","eventType":"purchase"}"""u8.ToArray()),
    };

    private sealed class FailingFilter(bool afterTheCommit) : IIncomingGrainCallFilter
    {
        public bool IsFailing { get; set; }

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            var fails = IsFailing && context.InterfaceMethod.Name == nameof(IParticipantGrain.RecordEvent);
            if (fails && !afterTheCommit)
                throw new TimeoutException("secret sauce");
            await context.Invoke();
            if (fails)
                throw new TimeoutException("secret sauce");
        }
    }
}
