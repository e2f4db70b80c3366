using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CampaignEngine.Gateway.RateLimits;
using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Grains.Registry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CampaignEngine.Gateway.Tests.RateLimits;

/// <summary>Over HTTP, in a gateway whose limits are small and whose buckets fill by a clock of the test's.</summary>
public sealed class LimitedGatewayTests : IAsyncLifetime
{
    private const int Burst = 10;
    private const string Event = """{"userId":"u","eventType":"purchase"}""";

    private readonly FakeTimeProvider _time = new();
    private GatewayHost? _host;

    private GatewayHost Host => _host!;

    public async Task InitializeAsync()
    {
        var options = new RateLimitOptions
        {
            RequestsPerSecond = 2,
            Burst = Burst,
            ReplaysPerSecond = 1,
            ReplayBurst = 5,
            FailedLookupsPerSecond = 3,
        };
        _host = await GatewayHost.StartAsync(customise: builder => builder.Services
            .AddSingleton(options)
            .AddSingleton(new RateLimiter(options, _time)));
        await new TestWorld(Host.Services).BuildAsync();
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task Thirty_at_once_get_exactly_what_is_left_and_the_others_are_told_when_to_come()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => PostAsync("events", Event)));

        Assert.Equal(Burst, answers.Count(answer => (int)answer.StatusCode == 200));
        Assert.Equal(Burst, await Host.CountEntriesAsync());
        foreach (var refused in answers.Where(answer => (int)answer.StatusCode != 200))
        {
            await Expect.ErrorAsync(refused, 429, "rate_limited", "Too many requests with this API key");
            Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter?.Delta);
            Assert.Equal("\"requests\";q=10;w=5", refused.Headers.GetValues("RateLimit-Policy").Single());
            Assert.Equal("\"requests\";r=0;t=1", refused.Headers.GetValues("RateLimit").Single());
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([200, 200, 429], await StatusesAsync(3));
    }

    [Fact]
    public async Task On_an_empty_bucket_a_replay_is_answered_and_a_new_event_records_nothing()
    {
        using var first = await PostAsync("events", Event, eventId: "known");
        await SpendAsync(Burst - 1);
        var entries = await Host.CountEntriesAsync();

        using var again = await PostAsync("events", Event, eventId: "known");
        using var other = await PostAsync("events", """{"userId":"u","eventType":"signup"}""", eventId: "known");
        using var fresh = await PostAsync("events", Event, eventId: "new");
        using var nameless = await PostAsync("events", Event);

        Assert.Equal(await Expect.RecordedAsync(first), await Expect.RecordedAsync(again));
        Assert.True(Expect.IsReplay(again));
        await Expect.ErrorAsync(other, 422, "idempotency_key_reused", "Idempotency key was used with a different request");
        await Expect.ErrorAsync(fresh, 429, "rate_limited", "Too many requests with this API key");
        await Expect.ErrorAsync(nameless, 429, "rate_limited", "Too many requests with this API key");
        Assert.Equal(entries, await Host.CountEntriesAsync());

        // Looking up is not for free either: of five, four were used.
        Assert.Equal(200, await StatusAsync("known"));
        Assert.Equal(429, await StatusAsync("known"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, await StatusAsync("new"));
    }

    [Fact]
    public async Task A_batch_costs_as_much_as_its_events()
    {
        using var batch = await PostAsync("events/batch", Batch(Enumerable.Range(0, 8)));
        var left = await StatusesAsync(3);

        Assert.All((await Expect.DataAsync(batch)).GetProperty("results").EnumerateArray(), result => Assert.Equal(200, result.GetProperty("code").GetInt32()));
        Assert.Equal([200, 200, 429], left);
    }

    [Fact]
    public async Task Of_a_batch_that_is_too_much_only_replays_are_answered()
    {
        using var first = await PostAsync("events/batch", Batch([1, 2]));
        await SpendAsync(Burst - 2);
        using var mixed = await PostAsync("events/batch", Batch([1, 10, 11, 2]));
        _time.Advance(TimeSpan.FromSeconds(60));
        await SpendAsync(Burst);
        var entries = await Host.CountEntriesAsync();
        using var fresh = await PostAsync("events/batch", Batch([20, 21, 22]));

        var codes = Codes(await Expect.DataAsync(mixed));
        Assert.Equal([200, 429, 429, 200], codes);
        var known = (await Expect.DataAsync(first)).GetProperty("results");
        var replayed = (await Expect.DataAsync(mixed)).GetProperty("results");
        Assert.Equal(known[0].GetProperty("data").GetRawText(), replayed[0].GetProperty("data").GetRawText());
        Assert.True(replayed[0].GetProperty("replayed").GetBoolean());
        await Expect.ErrorAsync(fresh, 429, "rate_limited", "Too many requests with this API key");
        Assert.Equal(TimeSpan.FromSeconds(2), fresh.Headers.RetryAfter?.Delta);
        Assert.Equal(entries, await Host.CountEntriesAsync());
    }

    [Fact]
    public async Task Two_keys_do_not_disturb_each_other_and_reading_costs_too()
    {
        await SpendAsync(Burst);

        using var read = await SendAsync(HttpMethod.Get, "points/participants/u", null, TestKeys.Test);
        using var other = await PostAsync("events", Event, key: TestKeys.EventsOnly);

        await Expect.ErrorAsync(read, 429, "rate_limited", "Too many requests with this API key");
        await Expect.RecordedAsync(other);
    }

    [Fact]
    public async Task On_an_empty_bucket_a_referral_is_answered_again()
    {
        await new TestWorld(Host.Services).ActivateAsync("referring", Encoding.UTF8.GetBytes($$"""
            { "name": "Test", {{Definitions.Always}},
              "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] },
              "referrals": { "referrerPoints": 200, "refereePoints": 100 } }
            """));
        await Host.Services.GetRequiredService<ICampaignDirectory>().RefreshAsync();
        using var told = await SendAsync(HttpMethod.Get, "referring/referral-code/r", null, TestKeys.Test);
        var code = (await Expect.DataAsync(told)).GetProperty("referralCode").GetString();
        _time.Advance(TimeSpan.FromMinutes(1));

        await AssertAnsweredAgainAsync("referring/referrals", $$"""{"referrerId":"r","refereeId":"f","referralCode":"{{code}}"}""");
    }

    [Fact]
    public Task On_an_empty_bucket_an_adjustment_is_answered_again() =>
        AssertAnsweredAgainAsync("points/participants/u/adjustments", """{"points":5,"reason":"sorry"}""");

    private async Task AssertAnsweredAgainAsync(string path, string body)
    {
        await SpendAsync(1);
        using var first = await SendAsync(HttpMethod.Post, path, body, TestKeys.Test, "known");
        await SpendAsync(Burst - 2);

        using var again = await SendAsync(HttpMethod.Post, path, body, TestKeys.Test, "known");
        using var nameless = await SendAsync(HttpMethod.Post, path, body, TestKeys.Test);
        using var read = await SendAsync(HttpMethod.Get, "points/participants/u", null, TestKeys.Test, "known");

        Assert.Equal(200, (int)first.StatusCode);
        Assert.Equal(200, (int)again.StatusCode);
        Assert.True(Expect.IsReplay(again));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        await Expect.ErrorAsync(nameless, 429, "rate_limited", "Too many requests with this API key");
        await Expect.ErrorAsync(read, 429, "rate_limited", "Too many requests with this API key");

        // That bucket has a bottom, too: of five, one was used.
        var statuses = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            using var answer = await SendAsync(HttpMethod.Post, path, body, TestKeys.Test, "known");
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([200, 200, 200, 200, 429], statuses);
    }

    [Fact]
    public async Task Who_guesses_at_codes_is_stopped_before_the_next_is_looked_up()
    {
        for (var i = 0; i < 3; i++)
        {
            using var guess = await SendAsync(HttpMethod.Get, $"winners/wins/NOPE-0000000{i}", null, TestKeys.Test);
            Assert.Equal(404, (int)guess.StatusCode);
        }

        using var refused = await SendAsync(HttpMethod.Post, "winners/wins/NOPE-00000009/redeem", null, TestKeys.Test);
        using var other = await SendAsync(HttpMethod.Get, "winners/wins/NOPE-00000009", null, TestKeys.ManageOnly);

        await Expect.ErrorAsync(refused, 429, "too_many_failed_lookups", "Too many codes that do not exist were asked for with this API key");
        Assert.Equal("\"failed-lookups\";q=3;w=1", refused.Headers.GetValues("RateLimit-Policy").Single());
        Assert.Equal(404, (int)other.StatusCode);
        Assert.Equal(200, await StatusAsync());
    }

    [Fact]
    public async Task Guessing_at_codes_counts_together_wherever_it_is_done()
    {
        for (var i = 0; i < 2; i++)
        {
            using var verified = await SendAsync(HttpMethod.Post, "codes/verify", $$"""{"code":"NOPE-2222222{{i}}"}""", TestKeys.Test);
            Assert.Equal(200, (int)verified.StatusCode);
        }

        using var redeemed = await SendAsync(HttpMethod.Post, "winners/redeem", """{"userId":"u","code":"WINN-22222222"}""", TestKeys.Test);
        using var verifying = await SendAsync(HttpMethod.Post, "codes/verify", """{"code":"NOPE-22222229"}""", TestKeys.Test);
        using var redeeming = await SendAsync(HttpMethod.Post, "winners/redeem", """{"userId":"u","code":"WINN-22222223"}""", TestKeys.Test);

        await Expect.ErrorAsync(redeemed, 404, "code_not_found", "Code not found");
        Assert.Equal((429, 429), ((int)verifying.StatusCode, (int)redeeming.StatusCode));
    }

    private static int[] Codes(JsonElement data) =>
        [.. data.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("code").GetInt32())];

    private static string Batch(IEnumerable<int> ids) =>
        $$"""{"events":[{{string.Join(',', ids.Select(id => $$"""{"userId":"u{{id % 2}}","eventType":"purchase","eventId":"b-{{id}}"}"""))}}]}""";

    private async Task SpendAsync(int requests) => Assert.All(await StatusesAsync(requests), status => Assert.Equal(200, status));

    private async Task<IReadOnlyList<int>> StatusesAsync(int requests)
    {
        var statuses = new List<int>();
        for (var i = 0; i < requests; i++)
            statuses.Add(await StatusAsync());
        return statuses;
    }

    private async Task<int> StatusAsync(string? eventId = null)
    {
        using var answer = await PostAsync("events", Event, eventId: eventId);
        return (int)answer.StatusCode;
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body, string? eventId = null, string key = TestKeys.Test) =>
        SendAsync(HttpMethod.Post, $"points/{path}", body, key, eventId);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, string key, string? eventId = null)
    {
        var request = new HttpRequestMessage(method, $"/v1/campaigns/{path}") { Headers = { { "X-API-Secret", key } } };
        if (eventId is not null)
            request.Headers.Add("Idempotency-Key", eventId);
        if (body is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return Host.Client.SendAsync(request);
    }
}
