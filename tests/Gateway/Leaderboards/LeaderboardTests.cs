using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Leaderboards;

[Collection(SharedGateway.Name)]
public class LeaderboardTests(GatewayFixture gateway)
{
    [Fact]
    public async Task The_contracts_members_are_in_order_and_ours_beside_them()
    {
        var slug = await CampaignAsync(("ann", 1), ("bob", 2));

        var data = await PageAsync(slug, "");

        Assert.Equal(["entries", "totalParticipants", "nextCursor"], data.EnumerateObject().Select(member => member.Name));
        Assert.Equal(2, data.GetProperty("totalParticipants").GetInt64());
        Assert.Equal(
            """[{"rank":1,"userId":"bob","displayName":"","totalPoints":200,"eventsCount":2},{"rank":2,"userId":"ann","displayName":"","totalPoints":100,"eventsCount":1}]""",
            data.GetProperty("entries").GetRawText());
    }

    [Fact]
    public async Task Pages_have_everybody_once_and_ranks_go_on()
    {
        var slug = await CampaignAsync([.. Enumerable.Range(0, 5).Select(i => ($"user-{i}", 1 + i % 2))]);

        List<string> seen = [];
        for (string? cursor = null, last = ""; last is not null; cursor = last)
        {
            var page = await PageAsync(slug, cursor is null ? "?limit=2" : $"?limit=2&cursor={cursor}");
            seen.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => $"{entry.GetProperty("rank")} {entry.Text("userId")}"));
            last = page.Text("nextCursor");
        }

        Assert.Equal(["1 user-1", "2 user-3", "3 user-0", "4 user-2", "5 user-4"], seen);
    }

    [Fact]
    public async Task Around_somebody_are_their_neighbours_and_the_participant_has_the_same_rank()
    {
        var slug = await CampaignAsync([.. Enumerable.Range(0, 5).Select(i => ($"user/{i}", 5 - i))]);

        var page = await PageAsync(slug, "?limit=3&around=user%2F2");

        Assert.Equal(["user/1", "user/2", "user/3"], page.GetProperty("entries").EnumerateArray().Select(entry => entry.Text("userId")));
        Assert.Equal(2, page.GetProperty("entries")[0].GetProperty("rank").GetInt64());
        Assert.Equal(3, (await Expect.DataAsync(await gateway.GetParticipantAsync(slug, "user/2"))).GetProperty("rank").GetInt64());
    }

    [Fact]
    public async Task A_rank_is_that_of_the_event_that_was_recorded_just_now()
    {
        var slug = await CampaignAsync(("ann", 2), ("bob", 1));
        await RecordAsync(slug, "bob", 2);

        var bob = await Expect.DataAsync(await gateway.GetParticipantAsync(slug, "bob"));

        Assert.Equal((300, 1), (bob.GetProperty("totalPoints").GetInt64(), bob.GetProperty("rank").GetInt64()));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=many")]
    [InlineData("limit=1&limit=2")]
    [InlineData("cursor=1")]
    [InlineData("cursor=summer-promo")]
    [InlineData("cursor=sQAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("around=")]
    [InlineData("around=%FF")]
    [InlineData("around=a&around=b")]
    public async Task A_query_that_is_wrong_is_refused(string query) => await Expect.ErrorAsync(
        await gateway.GetAsync($"/v1/campaigns/points/leaderboard?{query}"), 400, "invalid_request", "Invalid request");

    [Fact]
    public async Task More_than_the_most_is_taken_as_the_most() => await PageAsync("points", "?limit=101");

    [Theory]
    [InlineData("none")]
    [InlineData("draft")]
    [InlineData("live-only")]
    public async Task A_campaign_that_is_not_there_is_not_found(string slug) => await Expect.ErrorAsync(
        await gateway.GetAsync($"/v1/campaigns/{slug}/leaderboard"), 404, "campaign_not_found", "Campaign not found");

    [Fact]
    public async Task Nobody_is_around_a_user_who_is_no_participant() => await Expect.ErrorAsync(
        await gateway.GetAsync("/v1/campaigns/points/leaderboard?around=stranger"), 404, "participant_not_found", "Campaign or participant not found");

    [Theory]
    [InlineData("paused")]
    [InlineData("ended")]
    public async Task A_campaign_that_is_not_active_has_a_board(string slug) => await PageAsync(slug, "");

    [Fact]
    public async Task Another_apps_board_is_not_found() => await Expect.ErrorAsync(
        await gateway.GetAsync("/v1/campaigns/points/leaderboard", TestKeys.OtherApp), 404, "campaign_not_found", "Campaign not found");

    [Fact]
    public async Task Stats_are_what_the_participants_come_to()
    {
        var slug = await CampaignAsync(("ann", 2), ("bob", 1));

        var data = await Expect.DataAsync(await gateway.GetAsync($"/v1/campaigns/{slug}/stats"));

        Assert.Equal(
            """{"participants":2,"events":3,"points":300,"plays":0,"wins":0,"stock":[],"codes":{"totalCodes":0,"activeCodes":0,"redeemedCodes":0,"expiredCodes":0,"revokedCodes":0,"totalBatches":0}}""",
            data.GetRawText());
    }

    [Theory]
    [InlineData("none")]
    [InlineData("draft")]
    public async Task A_campaign_that_is_not_there_has_no_stats(string slug) => await Expect.ErrorAsync(
        await gateway.GetAsync($"/v1/campaigns/{slug}/stats"), 404, "campaign_not_found", "Campaign not found");

    /// <summary>A campaign with these users and their counts of events, once the board has all of them.</summary>
    private async Task<string> CampaignAsync(params (string UserId, int Events)[] users)
    {
        var slug = $"board-{Guid.NewGuid():N}";
        await gateway.World.ActivateAsync(slug, Definitions.PointsOnly(Definitions.Always));
        await gateway.RefreshAsync();
        foreach (var (userId, events) in users)
            await RecordAsync(slug, userId, events);
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!IsThere(await PageAsync(slug, ""), users))
            await Task.Delay(10, bound.Token);
        return slug;
    }

    private static bool IsThere(JsonElement page, (string UserId, int Events)[] users) => page.GetProperty("entries").EnumerateArray()
        .Select(entry => (entry.Text("userId")!, entry.GetProperty("eventsCount").GetInt32())).ToHashSet().SetEquals(users);

    private async Task RecordAsync(string slug, string userId, int events)
    {
        for (var i = 0; i < events; i++)
            await Expect.RecordedAsync(await gateway.PostEventAsync(slug, $$"""{"userId":"{{userId}}","eventType":"purchase"}"""));
    }

    private async Task<JsonElement> PageAsync(string slug, string query) =>
        await Expect.DataAsync(await gateway.GetAsync($"/v1/campaigns/{slug}/leaderboard{query}"));
}
