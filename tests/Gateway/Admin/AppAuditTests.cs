using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Admin;

public sealed class AppAuditTests(AdminGateway gateway) : IClassFixture<AdminGateway>
{
    private AdminClient Admin => gateway.Admin;

    [Fact]
    public async Task Every_change_is_recorded_once_newest_first_and_without_a_secret()
    {
        var app = await Admin.AppAsync("Audited");
        var key = await Admin.KeyAsync(app, """ "environment":"live","scopes":["events"],"label":"till" """);
        foreach (var what in new[] { "suspend", "suspend", "resume", "resume", $"keys/{key.Id}/revoke", $"keys/{key.Id}/revoke" })
        {
            using var done = await Admin.PostAsync($"apps/{app}/{what}");
            Assert.Equal(200, (int)done.StatusCode);
        }

        var audit = await Admin.DataAsync($"apps/{app}/audit");

        var records = audit.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["number", "at", "actor", "action", "detail"], records[0].EnumerateObject().Select(member => member.Name));
        Assert.All(records, record => Assert.Equal("admin", record.GetProperty("actor").GetString()));
        var detail = $$"""{"keyId":"{{key.Id}}","environment":"live","scopes":["events"],"label":"till"}""";
        Assert.Equal(
            [
                $"5 key_revoked {detail}", """4 app_resumed {"name":"Audited"}""", """3 app_suspended {"name":"Audited"}""",
                $"2 key_created {detail}", """1 app_created {"name":"Audited"}""",
            ],
            records.Select(record => $"{record.GetProperty("number")} {record.GetProperty("action")} {record.GetProperty("detail").GetRawText()}"));
        Assert.DoesNotContain(key.Secret, audit.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_read_page_by_page()
    {
        var app = await Admin.AppAsync();
        await Admin.KeyAsync(app);
        await Admin.KeyAsync(app);

        var newest = await Admin.DataAsync($"apps/{app}/audit?limit=2");
        var oldest = await Admin.DataAsync($"apps/{app}/audit?limit=2&cursor={newest.GetProperty("nextCursor").GetString()}");
        var all = await Admin.DataAsync($"apps/{app}/audit?limit=3");

        Assert.Equal([3, 2], newest.GetProperty("items").EnumerateArray().Select(record => record.GetProperty("number").GetInt32()));
        Assert.Equal([1], oldest.GetProperty("items").EnumerateArray().Select(record => record.GetProperty("number").GetInt32()));
        Assert.Null(oldest.GetProperty("nextCursor").GetString());
        Assert.Null(all.GetProperty("nextCursor").GetString());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task A_cursor_of_something_else_is_refused(string cursor)
    {
        using var answer = await Admin.GetAsync($"apps/{await Admin.AppAsync()}/audit?cursor={cursor}");
        await Expect.ErrorAsync(answer, 400, "invalid_request", "Invalid request");
    }

    [Fact]
    public async Task What_is_refused_or_a_repeat_is_not_recorded()
    {
        using var created = await Admin.PostAsync("apps", """{"name":"Once"}""", "audited-once");
        var app = (await Expect.DataAsync(created)).GetProperty("id").GetString()!;
        using var again = await Admin.PostAsync("apps", """{"name":"Once"}""", "audited-once");
        using var reused = await Admin.PostAsync("apps", """{"name":"Other"}""", "audited-once");
        using var bad = await Admin.PostAsync($"apps/{app}/keys", "{}");

        Assert.Single((await Admin.DataAsync($"apps/{app}/audit")).GetProperty("items").EnumerateArray());
    }
}
