using System.Text;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Forecasts;

[Collection(SharedGateway.Name)]
public sealed class ForecastApiTests(GatewayFixture gateway)
{
    private const string Traffic = """ "traffic": { "eventsPerDay": 100, "users": 1000, "repeatRate": 0.2, "weekdays": [1,1,1,1,2,3,2] } """;
    private const string Month = """ "startsAt": "2119-06-01T00:00:00Z", "endsAt": "2119-07-01T00:00:00Z" """;
    private const string TwoCenturies = """ "startsAt": "2000-01-01T00:00:00Z", "endsAt": "2200-01-01T00:00:00Z" """;

    [Fact]
    public async Task A_draft_is_forecast_as_a_whole()
    {
        await DefineAsync("forecast-draft", Game(Month));

        var data = await Expect.DataAsync(await PostAsync("forecast-draft", $$"""{ {{Traffic}}, "runs": 200, "seed": 7 }"""));

        string[] members = ["seed", "runs", "from", "to", "plays", "tiers", "chanceAllPrizesGone", "series", "warnings"];
        Assert.Equal(members, data.EnumerateObject().Select(member => member.Name));
        Assert.Equal((7, 200), (data.GetProperty("seed").GetInt32(), data.GetProperty("runs").GetInt32()));
        Assert.Equal("2119-06-01T00:00:00Z", data.GetProperty("from").GetString());
        Assert.Equal("2119-07-01T00:00:00Z", data.GetProperty("to").GetString());
        Assert.InRange(data.GetProperty("plays").GetProperty("p50").GetInt32(), 2_700, 3_300);

        var (gold, silver) = (data.GetProperty("tiers")[0], data.GetProperty("tiers")[1]);
        string[] ofTier = ["name", "stock", "left", "chanceAllGone", "runsOutAt", "effectiveOdds"];
        Assert.Equal(ofTier, gold.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Gold", 10), (gold.GetProperty("name").GetString(), gold.GetProperty("stock").GetInt32()));
        Assert.Equal(1, gold.GetProperty("chanceAllGone").GetDouble());
        Assert.StartsWith("2119-06-0", gold.GetProperty("runsOutAt").GetProperty("p50").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, silver.GetProperty("runsOutAt").GetProperty("p5").ValueKind);
        Assert.InRange(silver.GetProperty("left").GetProperty("mean").GetDouble(), 460, 480);
        Assert.Equal(0, data.GetProperty("chanceAllPrizesGone").GetDouble());

        var series = data.GetProperty("series");
        Assert.Equal(30, series.GetArrayLength());
        Assert.Equal("2119-06-30", series[29].GetProperty("day").GetString());
        Assert.Equal(silver.GetProperty("left").GetProperty("p5").GetInt32(), series[29].GetProperty("left")[1].GetProperty("p5").GetInt32());
        Assert.Equal(["prizes_left", "runs_out_early"], data.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_no_seed_gives_one()
    {
        await DefineAsync("forecast-seed", Game(Month));

        var first = await (await PostAsync("forecast-seed", $$"""{ {{Traffic}}, "runs": 20 }""")).Content.ReadAsStringAsync();
        var seed = JsonDocument.Parse(first).RootElement.GetProperty("data").GetProperty("seed").GetInt64();
        var again = await (await PostAsync("forecast-seed", $$"""{ {{Traffic}}, "runs": 20, "seed": {{seed}} }""")).Content.ReadAsStringAsync();

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task A_running_campaign_is_forecast_with_what_is_left()
    {
        await gateway.World.ActivateAsync("forecast-running", Definitions.InstantWin(odds: "1"));
        await gateway.RefreshAsync();
        await Expect.RecordedAsync(await gateway.PostEventAsync("forecast-running", """{"userId":"won","eventType":"purchase"}"""));

        var data = await Expect.DataAsync(await PostAsync("forecast-running", $$"""{ {{Traffic}}, "runs": 10 }"""));

        Assert.Equal(999, data.GetProperty("tiers")[0].GetProperty("stock").GetInt32());
        Assert.True(string.CompareOrdinal(data.GetProperty("from").GetString(), "2020-01-01T00:00:00Z") > 0);
        Assert.InRange(data.GetProperty("series").GetArrayLength(), 200, 400);
    }

    [Fact]
    public async Task A_running_deck_is_forecast_with_the_cards_and_the_withheld_prizes_that_are_left()
    {
        await gateway.World.ActivateAsync("forecast-cards", Encoding.UTF8.GetBytes($$"""
            { "name": "Forecast", {{Definitions.Always}}, "instantWin": { "eventTypes": ["spin"], "mode": "deck", "deckSize": 20,
                "maxWinsPerUser": 1, "tiers": [ { "name": "Gold", "quantity": 20 } ] } }
            """));
        await gateway.RefreshAsync();
        for (var i = 0; i < 5; i++)
            await Expect.RecordedAsync(await gateway.PostEventAsync("forecast-cards", """{"userId":"only","eventType":"spin"}"""));

        var data = await Expect.DataAsync(await PostAsync("forecast-cards", """{ "traffic": { "eventsPerDay": 100, "users": 2 }, "runs": 10 }"""));

        // One prize is won, four wait; two people win one each of what is left.
        Assert.Equal(19, data.GetProperty("tiers")[0].GetProperty("stock").GetInt32());
        Assert.Equal(17, data.GetProperty("tiers")[0].GetProperty("left").GetProperty("p50").GetInt32());
    }

    [Theory]
    [InlineData("forecast-deck", """ "mode": "deck", "deckSize": 2000, """)]
    [InlineData("forecast-moments", """ "mode": "moments", """)]
    public async Task The_other_modes_give_all_prizes_out(string slug, string mode)
    {
        await DefineAsync(slug, $$"""
            { "name": "Forecast", {{Month}}, "instantWin": { "eventTypes": ["spin"], {{mode}}
                "tiers": [ { "name": "Gold", "quantity": 10 }, { "name": "Silver", "quantity": 200 } ] } }
            """);

        var data = await Expect.DataAsync(await PostAsync(slug, $$"""{ {{Traffic}}, "runs": 100, "seed": 1 }"""));

        Assert.InRange(data.GetProperty("chanceAllPrizesGone").GetDouble(), 0.8, 1);
        Assert.Equal(0, data.GetProperty("warnings").GetArrayLength());
    }

    [Fact]
    public async Task The_clock_of_a_test_sets_where_a_forecast_begins()
    {
        await DefineAsync("forecast-clock", Game(Month));

        using var late = await PostAsync("forecast-clock", $$"""{ {{Traffic}}, "runs": 1 }""", clock: "2119-06-30T12:00:00Z");
        using var over = await PostAsync("forecast-clock", $$"""{ {{Traffic}}, "runs": 1 }""", clock: "2119-07-01T00:00:00Z");
        using var live = await PostAsync("live-only", $$"""{ {{Traffic}}, "runs": 1 }""", TestKeys.Live, clock: "2119-07-01T00:00:00Z");

        Assert.Equal("2119-06-30T12:00:00Z", (await Expect.DataAsync(late)).GetProperty("from").GetString());
        await Expect.ErrorAsync(over, 409, "campaign_ended", "Campaign has ended");
        await Expect.ErrorAsync(live, 400, "test_clock_not_allowed", "The header X-Test-Clock is for test keys only");
    }

    [Fact]
    public async Task Too_much_is_refused_with_advice()
    {
        await DefineAsync("forecast-long", Game(TwoCenturies));

        using var answer = await PostAsync("forecast-long", """{ "traffic": { "eventsPerDay": 10000000, "users": 1000000000 }, "runs": 10000 }""", clock: "2000-01-01T00:00:00Z");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(["/runs"], await Expect.ErrorAsync(answer, 400, "forecast_too_large", "The forecast would take too long"));
        Assert.Contains("must be at most 34 ", text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, int, string, string> Refused => new()
    {
        { "nothing", TestKeys.Test, 404, "campaign_not_found", "Campaign not found" },
        { "live-only", TestKeys.Test, 404, "campaign_not_found", "Campaign not found" },
        { "promo", TestKeys.OtherApp, 404, "campaign_not_found", "Campaign not found" },
        { "ended", TestKeys.Test, 409, "campaign_ended", "Campaign has ended" },
        { "draft", TestKeys.Test, 409, "no_instant_win", "The campaign has no instant win, so there is nothing to forecast" },
        { "points", TestKeys.Test, 409, "no_instant_win", "The campaign has no instant win, so there is nothing to forecast" },
        { "promo", TestKeys.Revoked, 403, "api_key_revoked", "API key has been revoked" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_forecast_is_refused(string slug, string key, int code, string error, string message)
    {
        using var answer = await PostAsync(slug, $$"""{ {{Traffic}} }""", key);

        await Expect.ErrorAsync(answer, code, error, message);
    }

    [Fact]
    public async Task A_key_that_may_only_manage_may_forecast()
    {
        using var answer = await PostAsync("promo", $$"""{ {{Traffic}}, "runs": 1 }""", TestKeys.ManageOnly);

        await Expect.DataAsync(answer);
    }

    /// <summary>What is sent, and where the answer says that it is wrong.</summary>
    public static TheoryData<string, string> Bad => new()
    {
        { "", "" },
        { "null", "" },
        { "[]", "" },
        { "{}", "/traffic" },
        { """{ "traffic": null }""", "/traffic" },
        { """{ "traffic": 5 }""", "/traffic" },
        { """{ "traffic": {} }""", "/traffic/eventsPerDay /traffic/users" },
        { """{ "traffic": { "eventsPerDay": 0, "users": 1 } }""", "/traffic/eventsPerDay" },
        { """{ "traffic": { "eventsPerDay": -1, "users": 1 } }""", "/traffic/eventsPerDay" },
        { """{ "traffic": { "eventsPerDay": 1e400, "users": 1 } }""", "/traffic/eventsPerDay" },
        { """{ "traffic": { "eventsPerDay": 10000001, "users": 1 } }""", "/traffic/eventsPerDay" },
        { """{ "traffic": { "eventsPerDay": "5", "users": 1 } }""", "/traffic/eventsPerDay" },
        { """{ "traffic": { "eventsPerDay": NaN, "users": 1 } }""", "" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 0 } }""", "/traffic/users" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 1.5 } }""", "/traffic/users" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 1000000001 } }""", "/traffic/users" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 1e30 } }""", "/traffic/users" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 1, "repeatRate": 1 } }""", "/traffic/repeatRate" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 1, "repeatRate": -0.1 } }""", "/traffic/repeatRate" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 1, "weekdays": [1,1,1,1,1,1] } }""", "/traffic/weekdays" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 1, "weekdays": [0,0,0,0,0,0,0] } }""", "/traffic/weekdays" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 1, "weekdays": [1,1,1,1,1,1,-1] } }""", "/traffic/weekdays" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 1, "weekdays": [1,1,1,1,1,1,null] } }""", "/traffic/weekdays" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 1, "weekdays": {} } }""", "/traffic/weekdays" },
        { """{ "traffic": { "eventsPerDay": 5, "users": 1, "a/b": 1 } }""", "/traffic/a~1b" },
        { $$"""{ {{Traffic}}, "Runs": 5 }""", "/Runs" },
        { $$"""{ {{Traffic}}, {{Traffic}} }""", "/traffic" },
        { $$"""{ {{Traffic}}, "runs": 0 }""", "/runs" },
        { $$"""{ {{Traffic}}, "runs": 10001 }""", "/runs" },
        { $$"""{ {{Traffic}}, "runs": "5" }""", "/runs" },
        { $$"""{ {{Traffic}}, "seed": -1 }""", "/seed" },
        { $$"""{ {{Traffic}}, "seed": 9007199254740992 }""", "/seed" },
        { $$"""{ "runs": 0, "seed": 0.5, "x": 1 }""", "/traffic /runs /seed /x" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_body_that_is_wrong_is_refused_with_all_that_is_wrong(string body, string pointers)
    {
        using var answer = await PostAsync("promo", body);

        Assert.Equal(pointers.Split(' '), await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body"));
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_refused()
    {
        using var answer = await PostAsync("promo", $$"""{ {{Traffic}} }""", contentType: "text/plain");

        await Expect.ErrorAsync(answer, 415, "unsupported_media_type", "The request body must be application/json in UTF-8, not compressed");
    }

    private Task<HttpResponseMessage> PostAsync(string slug, string body, string key = TestKeys.Test, string contentType = "application/json", string clock = "")
    {
        var request = gateway.Request(HttpMethod.Post, $"/v1/campaigns/{slug}/forecast", ("X-API-Secret", key), ("X-Test-Clock", clock));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new(contentType) } };
        return gateway.Client.SendAsync(request);
    }

    private async Task DefineAsync(string slug, string definition)
    {
        await gateway.World.DefineAsync(slug, Encoding.UTF8.GetBytes(definition), CampaignEnvironment.Test);
        await gateway.RefreshAsync();
    }

    private static string Game(string run) => $$"""
        { "name": "Forecast", {{run}}, "instantWin": { "eventTypes": ["spin"], "mode": "odds",
            "tiers": [ { "name": "Gold", "quantity": 10, "odds": 0.1 }, { "name": "Silver", "quantity": 500, "odds": 0.01 } ] } }
        """;
}
