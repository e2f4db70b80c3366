using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Stats;

[Collection(SharedGateway.Name)]
public sealed class SeriesTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData("hour", "2026-06-01T10:00:00Z", "2026-06-01T12:00:00Z", "2026-06-01T10:00:00Z,2026-06-01T11:00:00Z")]
    [InlineData("day", "2026-06-01T10:00:00Z", "2026-06-02T12:00:00Z", "2026-06-01T00:00:00Z,2026-06-02T00:00:00Z")]
    [InlineData("day", "2026-06-01T10:00:00%2B02:00", "2026-06-01T12:00:00", "2026-06-01T00:00:00Z")]
    public async Task A_range_is_shown_point_by_point(string interval, string from, string to, string starts)
    {
        var data = await DataAsync($"interval={interval}&from={from}&to={to}");

        Assert.Equal((interval, "UTC"), (data.Text("interval"), data.Text("timeZone")));
        Assert.Equal(starts, string.Join(',', data.GetProperty("items").EnumerateArray().Select(point => point.Text("start"))));
    }

    [Theory]
    [InlineData("hour", 24, "2027-03-01T08:00:00Z")]
    [InlineData("day", 31, "2027-03-01T00:00:00Z")]
    public async Task Without_a_range_the_newest_are_shown_of_the_time_that_the_test_clock_says(string interval, int count, string start)
    {
        var slug = $"series-{Guid.NewGuid():N}";
        await gateway.World.ActivateAsync(slug, Definitions.PointsOnly(Definitions.Always));
        await gateway.RefreshAsync();
        await Expect.RecordedAsync(await gateway.PostEventAsync(
            slug, """{"userId":"ann","eventType":"purchase"}""", ("X-Test-Clock", "2027-03-01T08:59:59Z")));

        var items = (await DataAsync($"interval={interval}", slug)).GetProperty("items");

        Assert.Equal(count, items.GetArrayLength());
        Assert.Equal(
            $$"""{"start":"{{start}}","participants":1,"events":1,"points":100,"plays":0,"wins":0}""", items[count - 1].GetRawText());
        using var refused = await gateway.GetAsync($"/v1/campaigns/{slug}/stats?interval={interval}&from=2020-01-01T00:00:00Z");
        await Expect.ErrorAsync(refused, 400, "invalid_request", "Invalid request");
        Assert.Contains("1000 hours or days at most", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-06-01T00:00:00Z")]
    [InlineData("interval=")]
    [InlineData("interval=week")]
    [InlineData("interval=hour&interval=day")]
    [InlineData("interval=hour&from=yesterday")]
    [InlineData("interval=hour&to=2026-06-01")]
    [InlineData("interval=hour&from=2026-06-02T00:00:00Z&to=2026-06-01T00:00:00Z")]
    [InlineData("interval=hour&from=2026-06-01T00:00:00Z&to=2026-06-01T00:00:00Z")]
    [InlineData("interval=hour&from=2026-06-01T00:00:00Z&to=2026-07-12T16:00:01Z")]
    public async Task A_bad_query_is_refused(string query)
    {
        using var refused = await gateway.GetAsync($"/v1/campaigns/winners/stats?{query}");

        await Expect.ErrorAsync(refused, 400, "invalid_request", "Invalid request");
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("nowhere")]
    public async Task A_campaign_that_never_ran_has_no_series(string slug)
    {
        using var refused = await gateway.GetAsync($"/v1/campaigns/{slug}/stats?interval=hour");

        await Expect.ErrorAsync(refused, 404, "campaign_not_found", "Campaign not found");
    }

    [Fact]
    public async Task The_longest_range_is_answered() => Assert.Equal(
        1_000,
        (await DataAsync("interval=hour&from=2026-06-01T00:00:00Z&to=2026-07-12T16:00:00Z")).GetProperty("items").GetArrayLength());

    private async Task<System.Text.Json.JsonElement> DataAsync(string query, string slug = "winners")
    {
        using var answer = await gateway.GetAsync($"/v1/campaigns/{slug}/stats?{query}");
        return (await Expect.DataAsync(answer)).GetProperty("series");
    }
}
