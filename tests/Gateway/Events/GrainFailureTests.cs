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
        var filter = new FailingCalls(nameof(IParticipantGrain.RecordEvent), afterTheCommit);
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

    [Theory]
    [InlineData(true, "k1")]
    [InlineData(false, "k1")]
    [InlineData(true, null)]
    [InlineData(false, null)]
    public async Task A_call_that_fails_once_is_made_again_and_counts_once(bool afterTheCommit, string? key)
    {
        var filter = new FailingCalls(nameof(IParticipantGrain.RecordEvent), afterTheCommit);
        await using var host = await GatewayHost.StartAsync(customise: builder =>
            builder.UseOrleans(silo => silo.AddIncomingGrainCallFilter(filter)));
        await new TestWorld(host.Services).BuildAsync();

        filter.FailOnce();
        using var told = await host.Client.SendAsync(Event(key));

        await Expect.RecordedAsync(told);
        Assert.Equal(afterTheCommit && key is not null, Expect.IsReplay(told));
        Assert.Equal(1, await host.CountEntriesAsync());
    }

    private static HttpRequestMessage Event(string? key = "k1") => new(HttpMethod.Post, "/v1/campaigns/points/events")
    {
        Headers = { { "X-API-Secret", TestKeys.Test }, { "Idempotency-Key", key is null ? [] : [key] } },
        Content = new ByteArrayContent("""{"userId":"u","eventType":"purchase"}"""u8.ToArray()),
    };
}
