using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Participants;

[Collection(SharedGateway.Name)]
public sealed class GetParticipantTests(GatewayFixture gateway)
{
    [Fact]
    public async Task A_participant_has_the_contracts_members_in_order_and_ours_beside_them()
    {
        for (var i = 0; i < 5; i++)
            await Expect.RecordedAsync(await gateway.PostEventAsync("promo", """{"userId":"shown","eventType":"purchase","displayName":"Ann"}"""));

        using var answer = await gateway.GetAsync("/v1/campaigns/promo/participants/shown");

        var data = await Expect.DataAsync(answer);
        string[] members = ["userId", "displayName", "totalPoints", "eventsCount", "rank", "joinedAt", "participantRef", "milestones", "wins", "plays"];
        Assert.Equal(members, data.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Ann", data.GetProperty("displayName").GetString());
        Assert.Equal(550, data.GetProperty("totalPoints").GetInt64());
        Assert.Equal(5, data.GetProperty("eventsCount").GetInt64());
        Assert.InRange(data.GetProperty("rank").GetInt64(), 1, long.MaxValue);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", data.GetProperty("joinedAt").GetString());
        Assert.Matches("^[0-9a-f]{32}$", data.GetProperty("participantRef").GetString());
        Assert.Equal("""{"reached":[{"id":"bronze","name":"Bronze","bonusPoints":50}],"next":null}""", data.GetProperty("milestones").GetRawText());
        Assert.Equal("[]", data.GetProperty("wins").GetRawText());
        Assert.Equal("""{"used":5,"remaining":null}""", data.GetProperty("plays").GetRawText());
    }

    [Fact]
    public async Task What_the_campaign_has_not_is_not_shown()
    {
        await Expect.RecordedAsync(await gateway.PostEventAsync("points", """{"userId":"plain","eventType":"other"}"""));

        var data = await Expect.DataAsync(await gateway.GetParticipantAsync("points", "plain"));

        Assert.StartsWith(
            """{"userId":"plain","displayName":"","totalPoints":0,"eventsCount":1,"rank":""", data.GetRawText(), StringComparison.Ordinal);
        Assert.False(data.TryGetProperty("milestones", out _));
        Assert.False(data.TryGetProperty("plays", out _));
    }

    [Fact]
    public async Task A_win_is_shown_with_its_code()
    {
        var recorded = await Expect.DataAsync(await gateway.PostEventAsync("winners", """{"userId":"winner","eventType":"purchase"}"""));

        var data = await Expect.DataAsync(await gateway.GetParticipantAsync("winners", "winner"));

        var win = Assert.Single(data.GetProperty("wins").EnumerateArray());
        string[] members = ["prizeTier", "winCode", "pointsEarned", "wonAt"];
        Assert.Equal(members, win.EnumerateObject().Select(member => member.Name));
        Assert.Equal(recorded.GetProperty("instantWin").GetProperty("winCode").GetString(), win.GetProperty("winCode").GetString());
        Assert.Equal(500, win.GetProperty("pointsEarned").GetInt64());
    }

    [Theory]
    [InlineData("points")]
    [InlineData("paused")]
    [InlineData("ended")]
    [InlineData("draft")]
    [InlineData("unknown")]
    [InlineData("live-only")]
    public async Task Nobody_is_not_found(string slug)
    {
        using var answer = await gateway.GetAsync($"/v1/campaigns/{slug}/participants/nobody");

        await Expect.ErrorAsync(answer, 404, "participant_not_found", "Campaign or participant not found");
    }

    [Fact]
    public async Task A_participant_stays_visible_when_the_campaign_pauses_and_ends()
    {
        var campaign = await gateway.World.ActivateAsync("leaving", Definitions.PointsOnly(Definitions.Always));
        await gateway.RefreshAsync();
        await Expect.RecordedAsync(await gateway.PostEventAsync("leaving", """{"userId":"stays","eventType":"purchase"}"""));
        await campaign.Pause();
        await gateway.RefreshAsync();
        Assert.Equal(100, await TotalAsync());
        await campaign.End();
        await gateway.RefreshAsync();
        Assert.Equal(100, await TotalAsync());

        async Task<long> TotalAsync() =>
            (await Expect.DataAsync(await gateway.GetParticipantAsync("leaving", "stays"))).GetProperty("totalPoints").GetInt64();
    }

    [Fact]
    public async Task Metadata_is_not_echoed_and_a_name_is_escaped_as_JSON()
    {
        var name = "\"<b>\\ é 😀";
        await Expect.RecordedAsync(await gateway.PostEventAsync(
            "points", $$"""{"userId":"named","eventType":"purchase","displayName":{{JsonSerializer.Serialize(name)}},"metadata":{"secret":1} }"""));

        var data = await Expect.DataAsync(await gateway.GetParticipantAsync("points", "named"));

        Assert.Equal(name, data.GetProperty("displayName").GetString());
        Assert.DoesNotContain("secret", data.GetRawText(), StringComparison.Ordinal);
    }
}
