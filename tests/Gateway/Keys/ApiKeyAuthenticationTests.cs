using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Keys;

[Collection(SharedGateway.Name)]
public sealed class ApiKeyAuthenticationTests(GatewayFixture gateway)
{
    public static TheoryData<string, string, int, string, string> Cases => new()
    {
        { "none", "", 401, "missing_api_key", "Missing X-API-Secret header" },
        { "no key at all", "x", 401, "invalid_api_key", "Invalid API key" },
        { "unknown", TestKeys.Unknown, 401, "invalid_api_key", "Invalid API key" },
        { "one digit short", TestKeys.Test[..^1], 401, "invalid_api_key", "Invalid API key" },
        { "one digit long", TestKeys.Test + "0", 401, "invalid_api_key", "Invalid API key" },
        { "another environment", TestKeys.Test.Replace("test", "live", StringComparison.Ordinal), 401, "invalid_api_key", "Invalid API key" },
        { "another prefix", TestKeys.Test.Replace("test", "beta", StringComparison.Ordinal), 401, "invalid_api_key", "Invalid API key" },
        { "upper case", TestKeys.Test.ToUpperInvariant(), 401, "invalid_api_key", "Invalid API key" },
        { "prefix and environment disagree", TestKeys.Misnamed, 401, "invalid_api_key", "Invalid API key" },
        { "revoked", TestKeys.Revoked, 403, "api_key_revoked", "API key has been revoked" },
        { "app not active", TestKeys.InactiveApp, 403, "application_not_active", "Application is not active" },
        { "scope", TestKeys.ManageOnly, 403, "insufficient_scope", "API key does not have the scope that this request needs" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_key_that_does_not_open_is_refused_everywhere(string name, string key, int code, string error, string message)
    {
        _ = name;
        var before = await gateway.CountEntriesAsync();

        using var posted = await gateway.PostEventAsync("points", """{"userId":"auth","eventType":"purchase"}""", ("X-API-Secret", key));
        using var got = await gateway.GetAsync("/v1/campaigns/points/participants/auth", key);
        using var gotByQuery = await gateway.GetAsync("/v1/campaigns/points/participants?userId=auth", key);

        await Expect.ErrorAsync(posted, code, error, message);
        await Expect.ErrorAsync(got, code, error, message);
        await Expect.ErrorAsync(gotByQuery, code, error, message);
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Fact]
    public async Task The_key_is_looked_at_before_the_body()
    {
        using var answer = await gateway.PostEventAsync("points", "no json", ("X-API-Secret", TestKeys.Unknown));

        await Expect.ErrorAsync(answer, 401, "invalid_api_key", "Invalid API key");
    }

    [Fact]
    public async Task Two_keys_are_none()
    {
        using var answer = await gateway.PostEventAsync(
            "points", """{"userId":"auth","eventType":"purchase"}""", ("X-API-Secret", TestKeys.Test), ("X-API-Secret", TestKeys.Test));

        await Expect.ErrorAsync(answer, 401, "invalid_api_key", "Invalid API key");
    }

    [Fact]
    public async Task Live_and_test_are_two_worlds()
    {
        using var live = await gateway.PostEventAsync(
            "live-only", """{"userId":"worlds","eventType":"purchase"}""", ("X-API-Secret", TestKeys.Live));
        using var seenLive = await gateway.GetAsync("/v1/campaigns/live-only/participants/worlds", TestKeys.Live);
        using var seenTest = await gateway.GetAsync("/v1/campaigns/live-only/participants/worlds", TestKeys.Test);

        await Expect.RecordedAsync(live);
        Assert.Equal(100, (await Expect.DataAsync(seenLive)).GetProperty("totalPoints").GetInt64());
        await Expect.ErrorAsync(seenTest, 404, "participant_not_found", "Campaign or participant not found");
    }
}
