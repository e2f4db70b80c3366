using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Events;

[Collection(SharedGateway.Name)]
public sealed class DryRunTests(GatewayFixture gateway)
{
    [Fact]
    public async Task An_event_is_explained_and_nothing_is_kept()
    {
        var before = await gateway.CountEntriesAsync();

        var data = await Expect.DataAsync(await ExplainAsync("daily", """{"userId":"dry","eventType":"login","metadata":{"a":1}}"""));

        Assert.Equal(
            """
            {"refusal":null,"pointsEarned":15,"totalPoints":15,
            "rules":[{"id":"login","reason":"applied","points":10}],
            "maxPointsPerUser":[{"points":40,"per":"campaign","reason":"not_reached","left":40,"cut":0}],
            "streak":{"days":1,"bonuses":[{"days":1,"reason":"applied","points":5}]},
            "milestones":[]}
            """.ReplaceLineEndings(""),
            data.GetRawText());
        Assert.Equal(before, await gateway.CountEntriesAsync());
        await Expect.ErrorAsync(await gateway.GetParticipantAsync("daily", "dry"), 404, "participant_not_found", "Campaign or participant not found");
    }

    [Fact]
    public async Task It_says_what_the_event_then_earns()
    {
        for (var i = 0; i < 4; i++)
        {
            var explained = await Expect.DataAsync(await ExplainAsync("daily", """{"userId":"foretold","eventType":"login"}"""));
            var recorded = await Expect.DataAsync(await gateway.PostEventAsync("daily", """{"userId":"foretold","eventType":"login"}"""));

            Assert.Equal(explained.GetProperty("pointsEarned").GetInt64(), recorded.GetProperty("pointsEarned").GetInt64());
            Assert.Equal(explained.GetProperty("totalPoints").GetInt64(), recorded.GetProperty("totalPoints").GetInt64());
            Assert.Equal(i < 2 ? "applied" : "limit_reached", explained.GetProperty("rules")[0].GetProperty("reason").GetString());
        }
    }

    [Fact]
    public async Task It_never_tells_whether_a_play_would_win()
    {
        foreach (var slug in new[] { "winners", "promo" })
        {
            var text = (await Expect.DataAsync(await ExplainAsync(slug, """{"userId":"curious","eventType":"purchase"}"""))).GetRawText();

            Assert.Contains("\"wouldPlay\":true", text, StringComparison.Ordinal);
            Assert.Contains("\"canWin\":true", text, StringComparison.Ordinal);
            Assert.Contains($"\"tiers\":[{{\"name\":\"Gold\",\"odds\":{(slug == "winners" ? "1" : "0.000000000000000001")}}}]", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"won\"", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("paused", "campaign_not_active")]
    [InlineData("ended", "campaign_not_active")]
    [InlineData("points", null)]
    public async Task What_would_refuse_the_event_is_said(string slug, string? refusal)
    {
        var data = await Expect.DataAsync(await ExplainAsync(slug, """{"userId":"dry","eventType":"purchase"}"""));

        Assert.Equal((refusal, 100), (data.GetProperty("refusal").GetString(), data.GetProperty("pointsEarned").GetInt64()));
    }

    [Theory]
    [InlineData("{}", "/userId /eventType")]
    [InlineData("""{"userId":"a","eventType":"b","displayName":"x"}""", "/displayName")]
    [InlineData("""{"userId":"a","eventType":"b","metadata":[],"occurredAt":"now"}""", "/metadata /occurredAt")]
    public async Task A_wrong_body_is_explained_all_at_once(string body, string pointers)
    {
        using var answer = await ExplainAsync("points", body);

        Assert.Equal(pointers, string.Join(' ', await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body")));
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("no-such")]
    public async Task A_campaign_that_never_ran_explains_nothing(string slug) => await Expect.ErrorAsync(
        await ExplainAsync(slug, """{"userId":"a","eventType":"b"}"""), 404, "campaign_not_active", "Campaign not found or not active");

    private Task<HttpResponseMessage> ExplainAsync(string slug, string body) => gateway.PostAsync($"/v1/campaigns/{slug}/dry-run", body);
}
