using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Events;

[Collection(SharedGateway.Name)]
public sealed class TestClockTests(GatewayFixture gateway)
{
    private const string Header = "X-Test-Clock";

    [Fact]
    public async Task Days_pass_as_a_test_says()
    {
        // 10 a login and 5 a new day in a row, at most 40: the third day's are cut.
        (string Time, int Points, int Days)[] events =
            [("2026-06-15T10:00:00Z", 15, 1), ("2026-06-15T23:00:00Z", 10, 1), ("2026-06-16T00:00:00+00:00", 15, 2), ("2026-06-18T00:00:00Z", 0, 1)];
        foreach (var (time, points, days) in events)
        {
            var data = await Expect.DataAsync(await RecordAsync("clocked", time));
            Assert.Equal((points, days), (data.GetProperty("pointsEarned").GetInt32(), data.GetProperty("streak").GetProperty("days").GetInt32()));
        }

        Assert.Equal(1, (await GetAsync("clocked", "2026-06-19T12:00:00Z")).GetProperty("streak").GetProperty("days").GetInt32());
        Assert.Equal(0, (await GetAsync("clocked", "2026-06-20T12:00:00Z")).GetProperty("streak").GetProperty("days").GetInt32());
    }

    [Fact]
    public async Task It_cannot_run_backwards()
    {
        await Expect.RecordedAsync(await RecordAsync("backwards", "2026-06-15T10:00:00Z"));

        using var recorded = await RecordAsync("backwards", "2026-06-15T09:59:59Z");
        using var read = await gateway.Client.SendAsync(gateway.Request(
            HttpMethod.Get, "/v1/campaigns/daily/participants/backwards", (Header, "2026-06-15T09:59:59Z")));
        using var explained = await gateway.PostAsync(
            "/v1/campaigns/daily/dry-run", """{"userId":"backwards","eventType":"login"}""", (Header, "2026-06-15T09:59:59Z"));
        using var adjusted = await gateway.PostAsync(
            "/v1/campaigns/daily/participants/backwards/adjustments", """{"points":1,"reason":"x"}""", (Header, "2026-06-15T09:59:59Z"));

        foreach (var answer in new[] { recorded, read, explained, adjusted })
            await Expect.ErrorAsync(answer, 400, "test_clock_backwards", "The header X-Test-Clock is before the participant's last entry");
    }

    [Theory]
    [InlineData(TestKeys.Live, "2026-06-15T10:00:00Z", "test_clock_not_allowed", "The header X-Test-Clock is for test keys only")]
    [InlineData(TestKeys.Test, "tomorrow", "invalid_request", "Invalid request")]
    [InlineData(TestKeys.Test, "2026-06-15", "invalid_request", "Invalid request")]
    [InlineData(TestKeys.Test, "2026-13-15T10:00:00Z", "invalid_request", "Invalid request")]
    public async Task It_is_a_time_and_for_tests_only(string key, string time, string name, string message)
    {
        var before = await gateway.CountEntriesAsync();
        using var recorded = await gateway.PostEventAsync(
            "daily", """{"userId":"refused","eventType":"login"}""", (Header, time), ("X-API-Secret", key));
        using var read = await gateway.Client.SendAsync(gateway.Request(
            HttpMethod.Get, "/v1/campaigns/daily/participants/refused", (Header, time), ("X-API-Secret", key)));

        await Expect.ErrorAsync(recorded, 400, name, message);
        await Expect.ErrorAsync(read, 400, name, message);
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public async Task The_ends_of_time_are_only_outside_the_campaign(string time) => await Expect.ErrorAsync(
        await RecordAsync($"ends-{time[..4]}", time), 404, "campaign_not_active", "Campaign not found or not active");

    private Task<HttpResponseMessage> RecordAsync(string user, string time) =>
        gateway.PostEventAsync("daily", $$"""{"userId":"{{user}}","eventType":"login"}""", (Header, time));

    private async Task<System.Text.Json.JsonElement> GetAsync(string user, string time) => await Expect.DataAsync(
        await gateway.Client.SendAsync(gateway.Request(HttpMethod.Get, $"/v1/campaigns/daily/participants/{user}", (Header, time))));
}
