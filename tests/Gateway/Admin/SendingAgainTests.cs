using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Admin;

/// <summary>The same request with the same Idempotency-Key gets the same bytes, a key's secret among them.</summary>
public sealed class SendingAgainTests(AdminGateway gateway) : IClassFixture<AdminGateway>
{
    private const string Message = "Idempotency key was used with a different request";

    private AdminClient Admin => gateway.Admin;

    [Fact]
    public async Task An_app_is_created_once()
    {
        using var first = await Admin.PostAsync("apps", """{"name":"Once"}""", "app-once");
        using var again = await Admin.PostAsync("apps", """{ "name" : "Once" }""", "\"app-once\"");
        using var other = await Admin.PostAsync("apps", """{"name":"Twice"}""", "app-once");

        await AssertReplayAsync(first, again);
        await Expect.ErrorAsync(other, 422, "idempotency_key_reused", Message);
    }

    [Fact]
    public async Task A_key_is_made_once_whatever_becomes_of_it()
    {
        var app = await Admin.AppAsync();
        const string Body = """{"environment":"live","label":"till","scopes":["events"]}""";
        using var first = await Admin.PostAsync($"apps/{app}/keys", Body, "key-once");
        var key = await Expect.DataAsync(first);
        using var again = await Admin.PostAsync($"apps/{app}/keys", """{"scopes":["events"],"label":"till","environment":"live"}""", "key-once");
        await AssertReplayAsync(first, again);
        await gateway.AssertLetInAsync(key.GetProperty("secret").GetString()!);

        using var revoked = await Admin.PostAsync($"apps/{app}/keys/{key.GetProperty("id").GetString()}/revoke");
        using var suspended = await Admin.PostAsync($"apps/{app}/suspend");
        using var afterwards = await Admin.PostAsync($"apps/{app}/keys", Body, "key-once");

        await AssertReplayAsync(first, afterwards);
        Assert.Single((await Admin.DataAsync($"apps/{app}/keys")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"environment":"test"}""")]
    [InlineData("""{"environment":"live","label":""}""")]
    [InlineData("""{"environment":"live","scopes":["events"]}""")]
    public async Task Another_key_needs_another_idempotency_key(string body)
    {
        var (app, other) = (await Admin.AppAsync(), await Admin.AppAsync());
        var idempotencyKey = Guid.NewGuid().ToString();
        using var first = await Admin.PostAsync($"apps/{app}/keys", """{"environment":"live"}""", idempotencyKey);
        Assert.Equal(200, (int)first.StatusCode);

        using var differs = await Admin.PostAsync($"apps/{app}/keys", body, idempotencyKey);
        using var elsewhere = await Admin.PostAsync($"apps/{other}/keys", """{"environment":"live"}""", idempotencyKey);
        using var asApp = await Admin.PostAsync("apps", """{"name":"x"}""", idempotencyKey);

        await Expect.ErrorAsync(differs, 422, "idempotency_key_reused", Message);
        await Expect.ErrorAsync(elsewhere, 422, "idempotency_key_reused", Message);
        await Expect.ErrorAsync(asApp, 422, "idempotency_key_reused", Message);
    }

    [Fact]
    public async Task A_refused_request_does_not_use_its_idempotency_key_up()
    {
        using var refused = await Admin.PostAsync("apps", "{}", "app-corrected");
        using var corrected = await Admin.PostAsync("apps", """{"name":"x"}""", "app-corrected");

        Assert.Equal((400, 200), ((int)refused.StatusCode, (int)corrected.StatusCode));
        Assert.False(Expect.IsReplay(corrected));
    }

    [Fact]
    public async Task Many_at_once_make_one()
    {
        var app = await Admin.AppAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Admin.PostAsync($"apps/{app}/keys", """{"environment":"test"}""", "at-once")));
        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));

        Assert.Single(bodies.Distinct());
        Assert.Single(answers, answer => !Expect.IsReplay(answer));
        Assert.Single((await Admin.DataAsync($"apps/{app}/keys")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_restart_changes_nothing()
    {
        using var directory = new TempDirectory();
        string[] args = ["--Journal:Provider=RocksDb", $"--Journal:Path={directory.Path}", AdminClient.Setting];
        string app, before;
        await using (var host = await GatewayHost.StartAsync(args))
        {
            using var admin = new AdminClient(host.Client.BaseAddress!);
            app = await admin.AppAsync();
            using var made = await admin.PostAsync($"apps/{app}/keys", """{"environment":"test"}""", "over-a-restart");
            before = await made.Content.ReadAsStringAsync();
        }

        await using var restarted = await GatewayHost.StartAsync(args);
        using var later = new AdminClient(restarted.Client.BaseAddress!);
        using var again = await later.PostAsync($"apps/{app}/keys", """{"environment":"test"}""", "over-a-restart");

        Assert.True(Expect.IsReplay(again));
        Assert.Equal(before, await again.Content.ReadAsStringAsync());
    }

    private static async Task AssertReplayAsync(HttpResponseMessage first, HttpResponseMessage again)
    {
        Assert.False(Expect.IsReplay(first));
        Assert.True(Expect.IsReplay(again));
        Assert.Equal(200, (int)first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }
}
