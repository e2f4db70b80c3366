using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Campaigns;

[Collection(SharedGateway.Name)]
public sealed class LifecycleTests(GatewayFixture gateway)
{
    private readonly string _path = $"/v1/campaigns/life-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_campaign_goes_from_draft_to_ended()
    {
        using var created = await gateway.ManageAsync(HttpMethod.Put, _path, Encoding.UTF8.GetString(Definitions.PointsOnly(Definitions.Always)));

        Assert.Equal(
            ["active", "active", "paused", "paused", "active", "active", "ended", "ended"],
            await StatusesAsync("activate", "activate", "pause", "pause", "resume", "resume", "end", "end"));
        var read = await Expect.DataAsync(await gateway.GetAsync(_path));
        Assert.Equal("ended", read.Text("status"));
        Assert.NotNull(read.Text("activatedAt"));
        Assert.NotNull(read.Text("endedAt"));
    }

    [Theory]
    [InlineData("draft", "pause")]
    [InlineData("draft", "resume")]
    [InlineData("draft", "end")]
    [InlineData("ended", "activate")]
    [InlineData("ended", "resume")]
    [InlineData("paused", "activate")]
    public async Task What_cannot_be_is_refused(string slug, string command)
    {
        using var answer = await gateway.ManageAsync(HttpMethod.Post, $"/v1/campaigns/{slug}/{command}");

        await Expect.ErrorAsync(answer, 409, "invalid_transition", "The campaign's status does not allow this");
    }

    [Fact]
    public async Task An_ended_campaign_is_not_defined_anew()
    {
        using var answer = await gateway.ManageAsync(
            HttpMethod.Put, "/v1/campaigns/ended", Encoding.UTF8.GetString(Definitions.PointsOnly(Definitions.NotYet)), ("If-Match", "\"1\""));

        await Expect.ErrorAsync(answer, 409, "invalid_transition", "The campaign's status does not allow this");
    }

    [Theory]
    [InlineData("activate")]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("end")]
    public async Task What_is_not_there_is_not_found(string command)
    {
        foreach (var (slug, key) in new[] { ("unknown", TestKeys.Test), ("codes", TestKeys.Test), ("points", TestKeys.OtherApp), ("points", TestKeys.Live) })
        {
            using var answer = await gateway.ManageAsync(HttpMethod.Post, $"/v1/campaigns/{slug}/{command}", null, ("X-API-Secret", key));

            await Expect.ErrorAsync(answer, 404, "campaign_not_found", "Campaign not found");
        }
    }

    [Theory]
    [InlineData("pause", "{}", 200)]
    [InlineData("pause", """{"now":true}""", 400)]
    [InlineData("pause", "[]", 400)]
    [InlineData("pause", "null", 400)]
    [InlineData("pause", "{} {}", 400)]
    [InlineData("activate", "{}", 200)]
    [InlineData("activate", """{"traffic":7}""", 400)]
    [InlineData("activate", """{"now":true}""", 400)]
    public async Task A_body_must_be_what_is_asked_for(string command, string body, int code)
    {
        using var created = await gateway.ManageAsync(HttpMethod.Put, _path, Encoding.UTF8.GetString(Definitions.PointsOnly(Definitions.Always)));
        using var activated = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/activate");
        using var answer = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/{command}", body);

        Assert.Equal(code, (int)answer.StatusCode);
        Assert.Equal(code == 200 && command == "pause" ? "paused" : "active", (await Expect.DataAsync(await gateway.GetAsync(_path))).Text("status"));
    }

    [Fact]
    public async Task A_campaign_whose_end_has_passed_is_not_activated()
    {
        using var created = await gateway.ManageAsync(HttpMethod.Put, _path, Encoding.UTF8.GetString(Definitions.PointsOnly(Definitions.Over)));
        using var answer = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/activate");

        await Expect.ErrorAsync(answer, 409, "end_has_passed", "The campaign's end has passed; move endsAt before it is activated");
        Assert.Equal("draft", (await Expect.DataAsync(await gateway.GetAsync(_path))).Text("status"));
    }

    [Fact]
    public async Task Activation_warns_of_prizes_that_would_be_left()
    {
        var inSixtyDays = $"{DateTime.UtcNow.AddDays(60):yyyy-MM-dd}";
        using var created = await gateway.ManageAsync(HttpMethod.Put, _path, Encoding.UTF8.GetString(Definitions.InstantWin(odds: "0.000001"))
            .Replace("2120-01-01", inSixtyDays, StringComparison.Ordinal));
        using var answer = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/activate", """{"traffic":{"eventsPerDay":10,"users":100}}""");

        var data = await Expect.DataAsync(answer);
        Assert.Equal("active", data.Text("status"));
        var warning = Assert.Single(data.GetProperty("warnings").EnumerateArray());
        Assert.Equal("prizes_left", warning.Text("code"));
        Assert.Contains("deck", warning.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_traffic_there_is_nothing_to_warn_of()
    {
        using var created = await gateway.ManageAsync(HttpMethod.Put, _path, Encoding.UTF8.GetString(Definitions.InstantWin(odds: "0.000001")));
        using var answer = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/activate");

        Assert.Empty((await Expect.DataAsync(answer)).GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task Those_who_may_only_send_events_manage_nothing()
    {
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, "/v1/campaigns"), (HttpMethod.Get, "/v1/campaigns/points"), (HttpMethod.Put, "/v1/campaigns/points"),
            (HttpMethod.Get, "/v1/campaigns/points/versions"), (HttpMethod.Get, "/v1/campaigns/points/audit"),
            (HttpMethod.Post, "/v1/campaigns/points/activate"), (HttpMethod.Post, "/v1/campaigns/points/pause"),
            (HttpMethod.Post, "/v1/campaigns/points/resume"), (HttpMethod.Post, "/v1/campaigns/points/end"),
        })
        {
            using var answer = await gateway.ManageAsync(method, path, null, ("X-API-Secret", TestKeys.EventsOnly));

            await Expect.ErrorAsync(answer, 403, "insufficient_scope", "API key does not have the scope that this request needs");
        }
    }

    private async Task<List<string?>> StatusesAsync(params string[] commands)
    {
        List<string?> statuses = [];
        foreach (var command in commands)
        {
            using var answer = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/{command}");
            statuses.Add((await Expect.DataAsync(answer)).Text("status"));
        }

        return statuses;
    }
}
