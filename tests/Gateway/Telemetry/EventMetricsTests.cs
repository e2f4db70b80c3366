using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Telemetry;

/// <summary>Other tests of this process count too, so these see that a counter rises, and not by how much.</summary>
[Collection(SharedGateway.Name)]
public sealed class EventMetricsTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData("recorded", "points", "counted", TestKeys.Test)]
    [InlineData("campaign_not_active", "draft", "counted", TestKeys.Test)]
    [InlineData("invalid_api_key", "points", "counted", TestKeys.Unknown)]
    [InlineData("invalid_request_body", "points", "", TestKeys.Test)]
    public async Task An_event_is_counted_by_what_became_of_it(string outcome, string slug, string userId, string key)
    {
        var before = await CountAsync(outcome);

        using var answer = await gateway.Client.SendAsync(EventRequests.Purchase(slug, userId, key));

        Assert.True(await CountAsync(outcome) > before, outcome);
    }

    [Fact]
    public async Task An_event_sent_again_is_counted_as_replayed()
    {
        var before = await CountAsync("replayed");

        for (var i = 0; i < 2; i++)
            await Expect.RecordedAsync(await gateway.Client.SendAsync(EventRequests.Purchase("points", "counted", eventId: "counted-twice")));

        Assert.True(await CountAsync("replayed") > before);
    }

    [Fact]
    public async Task An_award_is_counted_as_claimed()
    {
        var before = (await MetricsPage.GetAsync(gateway.Client)).Counter("campaign_claims_total", "outcome=\"awarded\"");

        await Expect.RecordedAsync(await gateway.Client.SendAsync(EventRequests.Purchase("winners", "counted winner")));

        var after = (await MetricsPage.GetAsync(gateway.Client)).Counter("campaign_claims_total", "outcome=\"awarded\"");
        Assert.True(after > before);
    }

    [Fact]
    public async Task No_metric_names_a_user_a_campaign_or_a_key()
    {
        using var recorded = await gateway.Client.SendAsync(EventRequests.Purchase("winners", "jane-roe-4711"));
        using var shown = await gateway.Client.SendAsync(EventRequests.Participant("winners", "jane-roe-4711"));
        var participant = await Expect.DataAsync(shown);

        var text = (await MetricsPage.GetAsync(gateway.Client)).Text;

        Assert.DoesNotContain("jane-roe-4711", text, StringComparison.Ordinal);
        Assert.DoesNotContain(participant.GetProperty("participantRef").GetString()!, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(participant.GetProperty("wins")[0].GetProperty("winCode").GetString()!, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("winners", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sk_test_", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{32}", text);
    }

    private async Task<double> CountAsync(string outcome) =>
        (await MetricsPage.GetAsync(gateway.Client)).Counter("campaign_events_total", $"outcome=\"{outcome}\"");
}
