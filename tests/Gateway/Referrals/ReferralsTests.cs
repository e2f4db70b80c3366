using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Referrals;

[Collection(SharedGateway.Name)]
public sealed class ReferralsTests(GatewayFixture gateway) : IAsyncLifetime
{
    private readonly string _slug = $"rf{Guid.NewGuid():N}";

    public async Task InitializeAsync()
    {
        await gateway.World.ActivateAsync(_slug, Definition());
        await gateway.RefreshAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_referral_rewards_both_and_is_told_with_the_code()
    {
        var code = await CodeAsync("ann");

        using var first = await ReferAsync(_slug, "ann", "bob", $" {code.ToLowerInvariant()} ", ("Idempotency-Key", "k-1"));
        using var again = await ReferAsync(_slug, "ann", "bob", code, ("Idempotency-Key", "k-1"));
        using var second = await ReferAsync(_slug, "ann", "bob", code);
        using var told = await gateway.GetAsync($"/v1/campaigns/{_slug}/referral-code/ann");
        using var bob = await gateway.GetParticipantAsync(_slug, "bob");

        Assert.Equal(
            """{"status":"success","data":{"referrerReward":200,"refereeReward":100,"message":"Referral recorded successfully"}}""",
            await first.Content.ReadAsStringAsync());
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((false, true), (Expect.IsReplay(first), Expect.IsReplay(again)));
        await Expect.ErrorAsync(second, 400, "already_referred", "User has already been referred");
        Assert.Equal($$"""{"referralCode":"{{code}}","referralCount":1,"totalRewardsEarned":200}""", (await Expect.DataAsync(told)).GetRawText());
        var data = await Expect.DataAsync(bob);
        Assert.Equal((100, 0), (data.GetProperty("totalPoints").GetInt64(), data.GetProperty("eventsCount").GetInt64()));
    }

    [Fact]
    public async Task The_same_key_with_another_referral_is_refused()
    {
        using var first = await ReferAsync(_slug, "ann", "bob", await CodeAsync("ann"), ("Idempotency-Key", "k-1"));
        using var other = await ReferAsync(_slug, "cleo", "bob", await CodeAsync("cleo"), ("Idempotency-Key", "k-1"));

        await Expect.DataAsync(first);
        await Expect.ErrorAsync(other, 422, "idempotency_key_reused", "Idempotency key was used with a different request");
    }

    [Fact]
    public async Task Everybody_has_a_code_of_their_own_and_in_each_campaign_another()
    {
        var codes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => CodeAsync($"user/{i}")));

        Assert.Equal(50, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$", code));
        Assert.Equal(codes[0], await CodeAsync("user/0"));
        var other = $"rf{Guid.NewGuid():N}";
        await gateway.World.ActivateAsync(other, Definition());
        await gateway.RefreshAsync();
        Assert.NotEqual(codes[0], await CodeAsync("user/0", other));
    }

    // The order of the checks: campaign, enabled, self, code.
    [Theory]
    [InlineData("not-there", "ann", "ann", "x", 404, "campaign_or_user_not_found", "Campaign or user not found")]
    [InlineData("draft", "ann", "ann", "x", 404, "campaign_or_user_not_found", "Campaign or user not found")]
    [InlineData("paused", "ann", "ann", "x", 404, "campaign_or_user_not_found", "Campaign or user not found")]
    [InlineData("not-yet", "ann", "ann", "x", 404, "campaign_or_user_not_found", "Campaign or user not found")]
    [InlineData("points", "ann", "ann", "x", 409, "referrals_not_enabled", "The campaign has no referrals")]
    [InlineData("", "ann", "ann", "x", 400, "self_referral", "Self-referral not allowed")]
    [InlineData("", "ann", "bob", "22222222", 404, "campaign_or_user_not_found", "Campaign or user not found")]
    public async Task Refusals_come_in_their_order(string slug, string referrer, string referee, string code, int status, string error, string message)
    {
        using var refused = await ReferAsync(slug.Length == 0 ? _slug : slug, referrer, referee, code);

        await Expect.ErrorAsync(refused, status, error, message);
    }

    [Theory]
    [InlineData("""{}""", "/referrerId", "/refereeId", "/referralCode")]
    [InlineData("""{"referrerId":null,"refereeId":"b","referralCode":"c"}""", "/referrerId")]
    [InlineData("""{"referrerId":"a","refereeId":7,"referralCode":"c"}""", "/refereeId")]
    [InlineData("""{"referrerId":"a","refereeId":"b","referralCode":""}""", "/referralCode")]
    [InlineData("""[]""", "")]
    [InlineData("""{"referrerId":"a","referrerId":"a","refereeId":"b","referralCode":"c"}""", "/referrerId")]
    public async Task Bad_bodies_are_refused(string body, params string[] pointers)
    {
        using var refused = await gateway.PostAsync($"/v1/campaigns/{_slug}/referrals", body);

        Assert.Equal(pointers, await Expect.ErrorAsync(refused, 400, "invalid_request_body", "Invalid request body"));
    }

    [Fact]
    public async Task Members_that_are_not_known_are_ignored()
    {
        using var answer = await gateway.PostAsync(
            $"/v1/campaigns/{_slug}/referrals",
            $$"""{"referrerId":"ann","more":{"a":1},"refereeId":"bob","referralCode":"{{await CodeAsync("ann")}}"}""");

        await Expect.DataAsync(answer);
    }

    [Theory]
    [InlineData("not-there", 404, "campaign_not_found")]
    [InlineData("draft", 404, "campaign_not_found")]
    [InlineData("points", 409, "referrals_not_enabled")]
    public async Task A_campaign_without_referrals_has_no_codes(string slug, int status, string error)
    {
        using var refused = await gateway.GetAsync($"/v1/campaigns/{slug}/referral-code/ann");

        Assert.Equal(status, (int)refused.StatusCode);
        Assert.Contains($"\"error\":\"{error}\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static byte[] Definition() => Encoding.UTF8.GetBytes($$"""
        { "name": "Test", {{Definitions.Always}},
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] },
          "referrals": { "referrerPoints": 200, "refereePoints": 100 } }
        """);

    private async Task<string> CodeAsync(string user, string? slug = null)
    {
        using var answer = await gateway.GetAsync($"/v1/campaigns/{slug ?? _slug}/referral-code/{Uri.EscapeDataString(user)}");
        return (await Expect.DataAsync(answer)).Text("referralCode")!;
    }

    private Task<HttpResponseMessage> ReferAsync(
        string slug, string referrer, string referee, string code, params (string Name, string Value)[] headers) => gateway.PostAsync(
        $"/v1/campaigns/{slug}/referrals", $$"""{"referrerId":"{{referrer}}","refereeId":"{{referee}}","referralCode":"{{code}}"}""", headers);
}
