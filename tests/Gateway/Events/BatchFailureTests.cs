using System.Text;
using CampaignEngine.Gateway.Events;
using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Grains.Interfaces.Participants;
using Microsoft.Extensions.Hosting;

namespace CampaignEngine.Gateway.Tests.Events;

/// <summary>Once a grain was called, whatever goes wrong may have gone wrong after the commit; others' events do not suffer.</summary>
public sealed class BatchFailureTests
{
    private const string Batch = """
        {"events":[{"userId":"ann","eventType":"purchase","eventId":"e-1"},{"userId":"bob","eventType":"purchase","eventId":"e-1"},
                   {"userId":"ann","eventType":"purchase","eventId":"e-2"}]}
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Events_whose_call_fails_are_unknown_alone_and_the_same_batch_tells(bool afterTheCommit)
    {
        // Ann's two events are one call, Bob's is of the other kind.
        var filter = new FailingCalls(nameof(IParticipantGrain.RecordEvents), afterTheCommit);
        await using var host = await StartAsync(filter);

        filter.IsFailing = true;
        using var unknown = await host.Client.SendAsync(Post());
        filter.IsFailing = false;
        using var told = await host.Client.SendAsync(Post());

        Assert.Equal([(503, "outcome_unknown"), (200, null), (503, "outcome_unknown")], await ResultsAsync(unknown));
        Assert.Equal([(200, null), (200, null), (200, null)], await ResultsAsync(told));
        Assert.Equal(
            [afterTheCommit, true, afterTheCommit],
            (await Expect.DataAsync(told)).GetProperty("results").EnumerateArray().Select(result => result.GetProperty("replayed").GetBoolean()));
        Assert.Equal(3, await host.CountEntriesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_fails_once_is_made_again_and_each_event_counts_once(bool afterTheCommit)
    {
        var filter = new FailingCalls(nameof(IParticipantGrain.RecordEvents), afterTheCommit);
        await using var host = await StartAsync(filter);

        filter.FailOnce();
        using var told = await host.Client.SendAsync(Post());

        Assert.Equal([(200, null), (200, null), (200, null)], await ResultsAsync(told));
        Assert.Equal(3, await host.CountEntriesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_many_events_of_a_user_those_before_the_call_that_fails_are_told_and_those_after_it_not_tried(bool afterTheCommit)
    {
        const int Calls = 4, Good = 1, All = Calls * EventSender.MaxInCall, Told = Good * EventSender.MaxInCall;
        var filter = new FailingCalls(nameof(IParticipantGrain.RecordEvents), afterTheCommit, after: Good);
        await using var host = await StartAsync(filter);
        var batch = $$"""{"events":[{{string.Join(',', Enumerable.Range(0, All).Select(i => $$"""{"userId":"ann","eventType":"purchase","eventId":"e-{{i}}"}"""))}}]}""";

        filter.IsFailing = true;
        using var failed = await host.Client.SendAsync(Post(batch));
        var kept = await host.CountEntriesAsync();
        filter.IsFailing = false;
        using var told = await host.Client.SendAsync(Post(batch));

        var results = await ResultsAsync(failed);
        Assert.All(results[..Told], result => Assert.Equal((200, null), result));
        Assert.All(results[Told..], result => Assert.Equal((503, "outcome_unknown"), result));
        Assert.Equal(afterTheCommit ? Told + EventSender.MaxInCall : Told, kept);
        Assert.All(await ResultsAsync(told), result => Assert.Equal((200, null), result));
        Assert.Equal(All, await host.CountEntriesAsync());
    }

    private static async Task<GatewayHost> StartAsync(FailingCalls filter)
    {
        var host = await GatewayHost.StartAsync(customise: builder => builder.UseOrleans(silo => silo.AddIncomingGrainCallFilter(filter)));
        await new TestWorld(host.Services).BuildAsync();
        return host;
    }

    private static async Task<(int, string?)[]> ResultsAsync(HttpResponseMessage answer) =>
    [
        .. (await Expect.DataAsync(answer)).GetProperty("results").EnumerateArray().Select(result =>
            (result.GetProperty("code").GetInt32(), result.TryGetProperty("error", out var error) ? error.GetString() : null)),
    ];

    private static HttpRequestMessage Post(string batch = Batch) => new(HttpMethod.Post, "/v1/campaigns/points/events/batch")
    {
        Headers = { { "X-API-Secret", TestKeys.Test } },
        Content = new ByteArrayContent(Encoding.UTF8.GetBytes(batch)),
    };
}
