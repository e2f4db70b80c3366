using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Admin;

public sealed class AppsTests(AdminGateway gateway) : IClassFixture<AdminGateway>
{
    private AdminClient Admin => gateway.Admin;

    [Fact]
    public async Task An_app_is_created_and_shown()
    {
        using var answer = await Admin.PostAsync("apps", """{"name":"Läden 😀"}""");

        var created = await Expect.DataAsync(answer);
        Assert.Equal(["id", "name", "active", "createdAt"], created.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Läden 😀", created.GetProperty("name").GetString());
        Assert.True(created.GetProperty("active").GetBoolean());
        var shown = await Admin.DataAsync($"apps/{created.GetProperty("id").GetGuid()}");
        Assert.Equal(created.GetRawText(), shown.GetRawText());
    }

    [Fact]
    public async Task A_suspended_app_has_no_working_key_until_it_is_resumed()
    {
        var app = await Admin.AppAsync();
        var key = await Admin.KeyAsync(app);
        await gateway.AssertLetInAsync(key.Secret);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var suspended = await Admin.PostAsync($"apps/{app}/suspend");
            Assert.False((await Expect.DataAsync(suspended)).GetProperty("active").GetBoolean());
            using var refused = await gateway.UseAsync(key.Secret);
            await Expect.ErrorAsync(refused, 403, "application_not_active", "Application is not active");
        }

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var resumed = await Admin.PostAsync($"apps/{app}/resume", "{}");
            Assert.True((await Expect.DataAsync(resumed)).GetProperty("active").GetBoolean());
            await gateway.AssertLetInAsync(key.Secret);
        }
    }

    [Fact]
    public async Task All_apps_are_listed_page_by_page()
    {
        List<string> made = [await Admin.AppAsync("One"), await Admin.AppAsync("Two"), await Admin.AppAsync("Three")];
        List<string> listed = [];
        string? cursor = null;
        do
        {
            var page = await Admin.DataAsync($"apps?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 1, 2);
            listed.AddRange(page.GetProperty("items").EnumerateArray().Select(app => app.GetProperty("id").GetString()!));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(made, listed.Where(made.Contains));
        Assert.Equal(listed.Count, listed.Distinct().Count());
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=x")]
    [InlineData("limit=1&limit=2")]
    [InlineData("cursor=x")]
    [InlineData("cursor=")]
    [InlineData("cursor=11111111-0000-4000-8000-000000000001")]
    public async Task A_page_that_cannot_be_is_refused(string query)
    {
        using var answer = await Admin.GetAsync($"apps?{query}");
        Assert.Single(await Expect.ErrorAsync(answer, 400, "invalid_request", "Invalid request"));
    }

    [Theory]
    [InlineData("{}", "/name")]
    [InlineData("""{"name":null}""", "/name")]
    [InlineData("""{"name":7}""", "/name")]
    [InlineData("""{"name":""}""", "/name")]
    [InlineData("""{"name":"a\u0000b"}""", "/name")]
    [InlineData("""{"name":"x","id":"11111111-0000-4000-8000-000000000001"}""", "/id")]
    [InlineData("""{"name":"x","name":"y"}""", "/name")]
    [InlineData("""{"nam/e":"x"}""", "/name", "/nam~1e")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("", "")]
    [InlineData("""{"name":"x"}{}""", "")]
    [InlineData("""{"name":"\ud800"}""", "")]
    public async Task A_bad_body_creates_nothing(string body, params string[] pointers)
    {
        var before = (await Admin.DataAsync("apps?limit=100")).GetProperty("items").GetArrayLength();

        using var answer = await Admin.PostAsync("apps", body);

        Assert.Equal(pointers, await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body"));
        Assert.Equal(before, (await Admin.DataAsync("apps?limit=100")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(101, 400)]
    public async Task A_name_has_a_hundred_characters_at_most(int length, int expected)
    {
        using var answer = await Admin.PostAsync("apps", $$"""{"name":"{{string.Concat(Enumerable.Repeat("😀", length))}}"}""");
        Assert.Equal(expected, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("11111111-0000-4000-8000-00000000000f")]
    [InlineData("1111111100004000800000000000000f")]
    [InlineData("x")]
    [InlineData("a%2Fb")]
    public async Task What_is_not_there_is_not_found(string app)
    {
        foreach (var path in new[] { "", "/audit", "/keys", "/keys/x" })
        {
            using var got = await Admin.GetAsync($"apps/{app}{path}");
            await Expect.ErrorAsync(got, 404, "application_not_found", "Application not found");
        }

        foreach (var path in new[] { "/suspend", "/resume", "/keys/x/revoke" })
        {
            using var posted = await Admin.PostAsync($"apps/{app}{path}");
            await Expect.ErrorAsync(posted, 404, "application_not_found", "Application not found");
        }

        using var made = await Admin.PostAsync($"apps/{app}/keys", """{"environment":"test"}""");
        await Expect.ErrorAsync(made, 404, "application_not_found", "Application not found");
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("resume")]
    public async Task What_the_path_says_needs_no_body_and_takes_none(string what)
    {
        var app = await Admin.AppAsync();

        using var answer = await Admin.PostAsync($"apps/{app}/{what}", """{"reason":"x"}""");
        using var badKey = await Admin.PostAsync($"apps/{app}/{what}", idempotencyKey: "two words");

        Assert.Equal(["/reason"], await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body"));
        Assert.Equal([""], await Expect.ErrorAsync(badKey, 400, "invalid_request_body", "Invalid request body"));
    }
}
