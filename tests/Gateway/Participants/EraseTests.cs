using CampaignEngine.Gateway.Tests.Prizes;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Participants;

[Collection(SharedGateway.Name)]
public sealed class EraseTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData("ann", "/participants/ann")]
    [InlineData("a/b", "/participants/a%2Fb")]
    [InlineData("..", "/participants?userId=..")]
    public async Task A_person_is_erased_and_then_nobody(string user, string path)
    {
        var slug = await gateway.ActivateAsync(Stocks.Definition("odds", """ { "name": "Gold", "quantity": 9, "odds": 1, "points": 50 } """));
        var body = $$"""{"userId":"{{user}}","eventType":"purchase","eventId":"e-\"1","displayName":"Somebody"}""";
        using var first = await gateway.PostEventAsync(slug, body);
        Assert.Contains("\"eventId\":\"e-\\\"1\"", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var erased = await gateway.ManageAsync(HttpMethod.Delete, $"/v1/campaigns/{slug}{path}");
        using var read = await gateway.GetParticipantAsync(slug, user);
        using var history = await gateway.GetAsync($"/v1/campaigns/{slug}/participants/{Uri.EscapeDataString(user)}/events");
        using var wins = await gateway.GetAsync($"/v1/campaigns/{slug}/wins");
        using var again = await gateway.PostEventAsync(slug, body);

        Assert.Equal(202, (int)erased.StatusCode);
        Assert.Equal("""{"status":"success","data":{"erased":true}}""", await erased.Content.ReadAsStringAsync());
        await Expect.ErrorAsync(read, 404, "participant_not_found", "Campaign or participant not found");
        if (user != "..")
            await Expect.ErrorAsync(history, 404, "participant_not_found", "Campaign or participant not found");
        Assert.Empty((await Expect.DataAsync(wins)).GetProperty("items").EnumerateArray());
        Assert.True(Expect.IsReplay(again));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("points", "/participants/nobody-ever")]
    [InlineData("not-there", "/participants/ann")]
    [InlineData("draft", "/participants/ann")]
    public async Task Who_is_not_there_is_not_found(string slug, string path)
    {
        using var refused = await gateway.ManageAsync(HttpMethod.Delete, $"/v1/campaigns/{slug}{path}");

        await Expect.ErrorAsync(refused, 404, "participant_not_found", "Campaign or participant not found");
    }

    [Fact]
    public async Task A_body_is_refused()
    {
        using var refused = await gateway.ManageAsync(HttpMethod.Delete, "/v1/campaigns/points/participants/ann", """{"hard":true}""");

        Assert.Equal(["/hard"], await Expect.ErrorAsync(refused, 400, "invalid_request_body", "Invalid request body"));
    }
}
