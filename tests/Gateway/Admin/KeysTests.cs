using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Admin;

public sealed class KeysTests(AdminGateway gateway) : IClassFixture<AdminGateway>
{
    private AdminClient Admin => gateway.Admin;

    [Theory]
    [InlineData(""" "environment":"test" """, "^sk_test_[0-9a-f]{32}$", """["events","manage"]""", "null")]
    [InlineData(""" "environment":"live","scopes":null,"label":null """, "^sk_live_[0-9a-f]{32}$", """["events","manage"]""", "null")]
    [InlineData(""" "environment":"live","scopes":["manage"],"label":"till 7" """, "^sk_live_[0-9a-f]{32}$", """["manage"]""", "\"till 7\"")]
    [InlineData(""" "environment":"test","scopes":["manage","events"],"label":"" """, "^sk_test_[0-9a-f]{32}$", """["events","manage"]""", "\"\"")]
    public async Task A_key_is_made_and_its_secret_shown_once(string members, string secret, string scopes, string label)
    {
        var app = await Admin.AppAsync();

        using var answer = await Admin.PostAsync($"apps/{app}/keys", $$"""{ {{members}} }""");

        var made = await Expect.DataAsync(answer);
        string[] shownMembers = ["id", "environment", "scopes", "label", "createdAt", "createdBy", "revokedAt", "lastUsedAt"];
        Assert.Equal([.. shownMembers, "secret"], made.EnumerateObject().Select(member => member.Name));
        Assert.Matches(secret, made.GetProperty("secret").GetString());
        Assert.Equal((scopes, label), (made.GetProperty("scopes").GetRawText(), made.GetProperty("label").GetRawText()));
        Assert.Equal("admin", made.GetProperty("createdBy").GetString());

        var shown = await Admin.DataAsync($"apps/{app}/keys/{made.GetProperty("id").GetString()}");
        var listed = (await Admin.DataAsync($"apps/{app}/keys")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(shownMembers, shown.EnumerateObject().Select(member => member.Name));
        Assert.Equal(shown.GetRawText(), listed.GetRawText());
        Assert.Equal(made.GetRawText()[..^1].Split(",\"secret\"")[0] + "}", shown.GetRawText());
    }

    [Fact]
    public async Task Several_keys_work_at_once_and_a_revoked_one_does_not()
    {
        var app = await Admin.AppAsync();
        var (old, young) = (await Admin.KeyAsync(app), await Admin.KeyAsync(app));
        await gateway.AssertLetInAsync(old.Secret);
        await gateway.AssertLetInAsync(young.Secret);

        using var revoked = await Admin.PostAsync($"apps/{app}/keys/{old.Id}/revoke");
        using var again = await Admin.PostAsync($"apps/{app}/keys/{old.Id}/revoke", "{}");

        var at = (await Expect.DataAsync(revoked)).GetProperty("revokedAt").GetString();
        Assert.NotNull(at);
        Assert.Equal(at, (await Expect.DataAsync(again)).GetProperty("revokedAt").GetString());
        using var refused = await gateway.UseAsync(old.Secret);
        await Expect.ErrorAsync(refused, 403, "api_key_revoked", "API key has been revoked");
        await gateway.AssertLetInAsync(young.Secret);
    }

    [Fact]
    public async Task A_key_may_do_what_its_scopes_say()
    {
        var app = await Admin.AppAsync();
        var key = await Admin.KeyAsync(app, """ "environment":"test","scopes":["manage"] """);

        using var answer = await gateway.UseAsync(key.Secret);

        await Expect.ErrorAsync(answer, 403, "insufficient_scope", "API key does not have the scope that this request needs");
    }

    [Fact]
    public async Task A_key_of_another_app_is_as_one_that_does_not_exist()
    {
        var (app, other) = (await Admin.AppAsync(), await Admin.AppAsync());
        var key = await Admin.KeyAsync(app);
        foreach (var id in new[] { key.Id, "11111111-0000-4000-8000-00000000000f", "x" })
        {
            using var shown = await Admin.GetAsync($"apps/{other}/keys/{id}");
            using var revoked = await Admin.PostAsync($"apps/{other}/keys/{id}/revoke");
            await Expect.ErrorAsync(shown, 404, "api_key_not_found", "API key not found");
            await Expect.ErrorAsync(revoked, 404, "api_key_not_found", "API key not found");
        }

        await gateway.AssertLetInAsync(key.Secret);
        Assert.Empty((await Admin.DataAsync($"apps/{other}/keys")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("{}", "/environment")]
    [InlineData("""{"environment":"prod"}""", "/environment")]
    [InlineData("""{"environment":7,"scopes":[],"label":7,"secret":"sk_test_00112233445566778899aabbccddeeff"}""", "/environment", "/scopes", "/label", "/secret")]
    [InlineData("""{"environment":"test","scopes":["events","events"]}""", "/scopes")]
    [InlineData("""{"environment":"test","scopes":["admin"]}""", "/scopes")]
    [InlineData("""{"environment":"test","scopes":[1]}""", "/scopes")]
    [InlineData("""{"environment":"test","scopes":"events"}""", "/scopes")]
    [InlineData("""{"environment":"test","label":"a\nb"}""", "/label")]
    public async Task A_bad_body_makes_no_key(string body, params string[] pointers)
    {
        var app = await Admin.AppAsync();

        using var answer = await Admin.PostAsync($"apps/{app}/keys", body);

        Assert.Equal(pointers, await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body"));
        Assert.Empty((await Admin.DataAsync($"apps/{app}/keys")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task An_app_has_a_hundred_working_keys_at_most()
    {
        var app = await Admin.AppAsync();
        var registry = gateway.Host.Services.GetRequiredService<IGrainFactory>().GetGrain<IRegistryGrain>(0);
        for (byte i = 1; i < RegistryDecisions.MaxKeysOfApp; i++)
            await registry.AddKey(Guid.NewGuid(), Guid.Parse(app), CampaignEnvironment.Live, [i, .. Guid.NewGuid().ToByteArray(), .. new byte[15]], KeyScopes.Events);
        var last = await Admin.KeyAsync(app);

        using var refused = await Admin.PostAsync($"apps/{app}/keys", """{"environment":"test"}""");
        using var revoked = await Admin.PostAsync($"apps/{app}/keys/{last.Id}/revoke");
        using var made = await Admin.PostAsync($"apps/{app}/keys", """{"environment":"test"}""");

        await Expect.ErrorAsync(
            refused, 409, "too_many_api_keys", "The application has as many API keys as it may have; revoke one that is not used");
        Assert.Equal((200, 200), ((int)revoked.StatusCode, (int)made.StatusCode));
    }
}
