using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Events;

[Collection(SharedGateway.Name)]
public sealed class RefusedEventTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData("unknown", TestKeys.Test)]
    [InlineData("Points", TestKeys.Test)]
    [InlineData("codes", TestKeys.Test)]
    [InlineData("draft", TestKeys.Test)]
    [InlineData("not-yet", TestKeys.Test)]
    [InlineData("paused", TestKeys.Test)]
    [InlineData("ended", TestKeys.Test)]
    [InlineData("live-only", TestKeys.Test)]
    [InlineData("points", TestKeys.Live)]
    [InlineData("points", TestKeys.OtherApp)]
    public async Task A_campaign_that_does_not_run_for_this_key_is_not_found(string slug, string key)
    {
        var before = await gateway.CountEntriesAsync();

        using var answer = await gateway.PostEventAsync(slug, """{"userId":"u","eventType":"purchase"}""", ("X-API-Secret", key));

        await Expect.ErrorAsync(answer, 404, "campaign_not_active", "Campaign not found or not active");
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Fact]
    public async Task Plays_over_the_limit_are_refused_and_not_recorded()
    {
        const string Body = """{"userId":"once","eventType":"purchase"}""";
        using var first = await gateway.PostEventAsync("once", Body);
        await Expect.RecordedAsync(first);
        var before = await gateway.CountEntriesAsync();

        using var second = await gateway.PostEventAsync("once", Body);

        await Expect.ErrorAsync(second, 409, "plays_exceeded", "User has exceeded maximum plays");
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Fact]
    public async Task An_event_from_the_future_is_refused()
    {
        var before = await gateway.CountEntriesAsync();

        using var answer = await gateway.PostEventAsync(
            "points", """{"userId":"future","eventType":"purchase","occurredAt":"2119-01-01T00:00:00Z"}""");

        Assert.Equal(["/occurredAt"], await Expect.ErrorAsync(answer, 400, "occurred_in_future", "Invalid request body"));
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }
}
