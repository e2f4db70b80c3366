using System.Text;
using System.Text.Json;
using CampaignEngine.Gateway.Tests.Prizes;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Codes;

[Collection(SharedGateway.Name)]
public sealed class CodesTests(GatewayFixture gateway)
{
    [Fact]
    public async Task A_batch_is_answered_in_the_contracts_order()
    {
        var slug = await CampaignAsync();

        var data = await GenerateAsync(slug, """ "batchSize":3,"pointsValue":50 """);

        Assert.Equal(["batch", "codes", "count", "gameUrl"], data.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            ["id", "campaignId", "batchSize", "pointsValue", "label", "expiresAt", "createdAt"],
            data.GetProperty("batch").EnumerateObject().Select(member => member.Name));
        Assert.All(Codes(data), code => Assert.Matches($"^{slug[..4].ToUpperInvariant()}-[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{{8}}$", code));
        Assert.Equal(3, Codes(data).Distinct().Count());
        Assert.Matches($"^http://127.0.0.1:[0-9]+/campaign/[0-9a-f-]{{36}}/{slug}$", data.Text("gameUrl")!);
        Assert.Null(data.GetProperty("batch").Text("label"));
    }

    [Fact]
    public async Task Ten_thousand_codes_come_in_one_answer_and_the_key_shows_them_again()
    {
        var slug = await CampaignAsync();

        using var first = await PostAsync("generate", $$"""{"slug":"{{slug}}","batchSize":10000,"pointsValue":1}""", ("Idempotency-Key", "k-1"));
        using var again = await PostAsync("generate", $$"""{"slug":"{{slug}}","batchSize":10000,"pointsValue":1}""", ("Idempotency-Key", "k-1"));
        using var other = await PostAsync("generate", $$"""{"slug":"{{slug}}","batchSize":10,"pointsValue":1}""", ("Idempotency-Key", "k-1"));

        Assert.Equal(10_000, Codes(await Expect.DataAsync(first)).Distinct().Count());
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((false, true), (Expect.IsReplay(first), Expect.IsReplay(again)));
        await Expect.ErrorAsync(other, 422, "idempotency_key_reused", "Idempotency key was used with a different request");
    }

    [Theory]
    [InlineData("", "/slug", "/batchSize", "/pointsValue")]
    [InlineData(""" "slug":"points","batchSize":0,"pointsValue":0 """, "/batchSize", "/pointsValue")]
    [InlineData(""" "slug":"points","batchSize":10001,"pointsValue":1000001 """, "/batchSize", "/pointsValue")]
    [InlineData(""" "slug":"points","batchSize":1.5,"pointsValue":"1" """, "/batchSize", "/pointsValue")]
    [InlineData(""" "slug":7,"batchSize":1,"pointsValue":1,"label":7,"expiresAt":"soon" """, "/slug", "/label", "/expiresAt")]
    [InlineData(""" "slug":"points","batchSize":null,"pointsValue":1 """, "/batchSize")]
    public async Task Everything_that_is_wrong_with_a_batch_is_said(string members, params string[] pointers)
    {
        using var refused = await PostAsync("generate", $"{{{members}}}");

        Assert.Equal(pointers, await Expect.ErrorAsync(refused, 400, "invalid_request_body", "Invalid request body"));
    }

    [Theory]
    [InlineData("not-there", 404, "campaign_not_found", "Campaign not found")]
    [InlineData("live-only", 404, "campaign_not_found", "Campaign not found")]
    [InlineData("ended", 409, "campaign_ended", "Campaign has ended")]
    [InlineData("points", 409, "codes_not_enabled", "The campaign's definition does not enable codes")]
    public async Task A_batch_needs_a_campaign_with_codes_that_has_not_ended(string slug, int code, string name, string message)
    {
        using var refused = await PostAsync("generate", $$"""{"slug":"{{slug}}","batchSize":1,"pointsValue":1,"unknown":true}""");

        await Expect.ErrorAsync(refused, code, name, message);
    }

    [Fact]
    public async Task The_test_clock_decides_what_lies_in_the_future()
    {
        var slug = await CampaignAsync();
        var body = $$"""{"slug":"{{slug}}","batchSize":1,"pointsValue":1,"expiresAt":"2030-01-01T00:00:00Z"}""";

        using var early = await PostAsync("generate", body, ("X-Test-Clock", "2029-12-31T23:59:59Z"));
        using var late = await PostAsync("generate", body, ("X-Test-Clock", "2030-01-01T00:00:00Z"));

        var data = await Expect.DataAsync(early);
        Assert.Equal(["/expiresAt"], await Expect.ErrorAsync(late, 400, "expires_in_past", "Invalid request body"));
        Assert.Equal("Code is valid and redeemable", (await VerifyAsync(Codes(data)[0], "2029-12-31T23:59:59Z")).Text("message"));
        Assert.Equal("Code status is EXPIRED", (await VerifyAsync(Codes(data)[0], "2030-01-01T00:00:00Z")).Text("message"));
        using var redeemed = await RedeemAsync(slug, "ann", Codes(data)[0], ("X-Test-Clock", "2030-01-01T00:00:00Z"));
        await Expect.ErrorAsync(redeemed, 409, "code_expired", "Code status is EXPIRED");
    }

    [Fact]
    public async Task Verifying_says_the_first_that_applies()
    {
        var slug = $"co{Guid.NewGuid():N}";
        var campaign = await gateway.World.ActivateAsync(slug, Definition);
        await gateway.RefreshAsync();
        var codes = Codes(await GenerateAsync(slug, """ "batchSize":3,"pointsValue":50 """));
        using var redeemed = await RedeemAsync(slug, "ann", codes[0]);
        using var revoked = await PostAsync("revoke", $$"""{"code":"{{codes[1]}}","reason":"lost"}""");
        Assert.Equal(1, (await Expect.DataAsync(revoked)).GetProperty("revoked").GetInt64());

        var valid = await VerifyAsync($" {codes[2].ToLowerInvariant()} ");
        Assert.Equal(
            ["valid", "status", "pointsValue", "campaignName", "campaignSlug", "expired", "message", "kind", "prizeTier"],
            valid.EnumerateObject().Select(member => member.Name));
        AssertSays(valid, true, "ACTIVE", "Code is valid and redeemable");
        AssertSays(await VerifyAsync(codes[0]), false, "REDEEMED", "Code status is REDEEMED");
        AssertSays(await VerifyAsync(codes[1]), false, "REVOKED", "Code status is REVOKED");
        AssertSays(await VerifyAsync(codes[2], "2121-01-01T00:00:00Z"), false, "ACTIVE", "Campaign has ended");
        await campaign.Pause();
        await gateway.RefreshAsync();
        AssertSays(await VerifyAsync(codes[2]), false, "ACTIVE", "Campaign is not active");
        AssertSays(await VerifyAsync(codes[0]), false, "REDEEMED", "Code status is REDEEMED");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\\u0000")]
    [InlineData("POIN-22222222")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task An_unknown_code_is_an_answer(string code)
    {
        using var answer = await PostAsync("verify", $$"""{"code":"{{code}}"}""");

        Assert.Equal(
            """{"valid":false,"status":"","pointsValue":0,"campaignName":"","campaignSlug":"","expired":false,"message":"Code not found","kind":null,"prizeTier":null}""",
            (await Expect.DataAsync(answer)).GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"code":7}""")]
    [InlineData("""{"code":null}""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_body_without_a_code_is_refused(string body)
    {
        using var refused = await PostAsync("verify", body);

        await Expect.ErrorAsync(refused, 400, "invalid_request_body", "Invalid request body");
    }

    [Fact]
    public async Task A_code_of_another_app_or_environment_is_not_known()
    {
        var code = Codes(await GenerateAsync(await CampaignAsync(), """ "batchSize":1,"pointsValue":50 """))[0];

        foreach (var key in (string[])[TestKeys.OtherApp, TestKeys.Live])
        {
            using var verified = await PostAsync("verify", $$"""{"code":"{{code}}"}""", ("X-API-Secret", key));
            using var revoked = await PostAsync("revoke", $$"""{"code":"{{code}}","reason":"x"}""", ("X-API-Secret", key));
            Assert.Equal("Code not found", (await Expect.DataAsync(verified)).Text("message"));
            await Expect.ErrorAsync(revoked, 404, "code_not_found", "Code not found");
        }
    }

    [Fact]
    public async Task A_win_code_is_known_too()
    {
        var slug = await gateway.ActivateAsync(Stocks.Definition("odds", """ { "name": "Gold", "quantity": 5, "odds": 1, "points": 50 } """));
        var code = await gateway.WinAsync(slug, "ann");

        var data = await VerifyAsync(code!);

        Assert.Equal((true, "win", "Gold", 0), (data.GetProperty("valid").GetBoolean(), data.Text("kind"), data.Text("prizeTier"), data.GetProperty("pointsValue").GetInt64()));
    }

    [Fact]
    public async Task A_code_is_redeemed_once()
    {
        var slug = await CampaignAsync();
        var code = Codes(await GenerateAsync(slug, """ "batchSize":1,"pointsValue":50 """))[0];

        using var first = await RedeemAsync(slug, "ann", code);
        using var again = await RedeemAsync(slug, "ann", code);
        using var bob = await RedeemAsync(slug, "bob", code);
        using var elsewhere = await RedeemAsync("winners", "bob", code);
        using var nowhere = await RedeemAsync("not-there", "bob", code);

        Assert.Equal(
            $$$"""{"status":"success","data":{"pointsEarned":50,"totalPoints":50,"code":"{{{code}}}","message":"Code redeemed successfully"}}""",
            await first.Content.ReadAsStringAsync());
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((false, true), (Expect.IsReplay(first), Expect.IsReplay(again)));
        await Expect.ErrorAsync(bob, 409, "code_redeemed", "Code status is REDEEMED");
        await Expect.ErrorAsync(elsewhere, 404, "code_not_found", "Code not found");
        await Expect.ErrorAsync(nowhere, 404, "campaign_not_active", "Campaign not found or not active");
    }

    [Fact]
    public async Task Batches_and_counts_are_told()
    {
        var slug = await CampaignAsync();
        var first = await GenerateAsync(slug, """ "batchSize":3,"pointsValue":50,"label":"one" """);
        await GenerateAsync(slug, """ "batchSize":4,"pointsValue":50,"label":"two","expiresAt":"2030-01-01T00:00:00Z" """);
        using var redeemed = await RedeemAsync(slug, "ann", Codes(first)[0]);
        using var revoked = await PostAsync("revoke", $$"""{"batchId":"{{first.GetProperty("batch").Text("id")}}","reason":"lost"}""");

        using var listed = await gateway.GetAsync($"/v1/campaigns/codes/batches?slug={slug}&page=2&limit=1");
        var request = gateway.Request(HttpMethod.Get, $"/v1/campaigns/codes/stats?slug={slug}", ("X-Test-Clock", "2031-01-01T00:00:00Z"));
        using var counted = await gateway.Client.SendAsync(request);

        var page = await Expect.DataAsync(listed);
        Assert.Equal(["batches", "total", "page", "limit"], page.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("one", 2, 2, 1), (page.GetProperty("batches")[0].Text("label"), page.GetProperty("total").GetInt32(), page.GetProperty("page").GetInt32(), page.GetProperty("limit").GetInt32()));
        Assert.Equal(
            """{"totalCodes":7,"activeCodes":0,"redeemedCodes":1,"expiredCodes":4,"revokedCodes":2,"totalBatches":2}""",
            (await Expect.DataAsync(counted)).GetRawText());
    }

    [Theory]
    [InlineData("batches", "", 400)]
    [InlineData("batches", "?slug=points&limit=0", 400)]
    [InlineData("batches", "?slug=points&page=0", 400)]
    [InlineData("batches", "?slug=points&page=x", 400)]
    [InlineData("batches", "?slug=points&page=4294967295&limit=1000", 200)]
    [InlineData("batches", "?slug=draft", 200)]
    [InlineData("batches", "?slug=not-there", 404)]
    [InlineData("stats", "", 400)]
    [InlineData("stats", "?slug=not-there", 404)]
    [InlineData("stats", "?slug=points&slug=points", 400)]
    public async Task A_query_names_one_campaign(string route, string query, int status)
    {
        using var answer = await gateway.GetAsync($"/v1/campaigns/codes/{route}{query}");

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"reason":"x"}""", "/code")]
    [InlineData("""{"code":"A-22222222","batchId":"0198a000-0000-7000-8000-000000000001","reason":"x"}""", "/code")]
    [InlineData("""{"batchId":"x","reason":"x"}""", "/batchId")]
    [InlineData("""{"code":"A-22222222"}""", "/reason")]
    [InlineData("""{"code":"A-22222222","reason":"x","more":1}""", "/more")]
    public async Task A_revocation_names_a_code_or_a_batch_and_why(string body, string pointer)
    {
        using var refused = await PostAsync("revoke", body);

        Assert.Equal([pointer], await Expect.ErrorAsync(refused, 400, "invalid_request_body", "Invalid request body"));
    }

    [Fact]
    public async Task A_batch_that_is_not_there_is_not_found()
    {
        using var refused = await PostAsync("revoke", """{"batchId":"0198a000-0000-7000-8000-000000000001","reason":"x"}""");

        await Expect.ErrorAsync(refused, 404, "batch_not_found", "Batch not found");
    }

    private static void AssertSays(JsonElement data, bool valid, string status, string message) => Assert.Equal(
        (valid, status, message, 50, "code"),
        (data.GetProperty("valid").GetBoolean(), data.Text("status"), data.Text("message"), data.GetProperty("pointsValue").GetInt64(), data.Text("kind")));

    private static string[] Codes(JsonElement data) => [.. data.GetProperty("codes").EnumerateArray().Select(code => code.GetString()!)];

    private Task<string> CampaignAsync() => gateway.ActivateAsync(Definition);

    private Task<HttpResponseMessage> PostAsync(string action, string body, params (string Name, string Value)[] headers) =>
        gateway.PostAsync($"/v1/campaigns/codes/{action}", body, headers);

    private async Task<JsonElement> GenerateAsync(string slug, string members)
    {
        using var answer = await PostAsync("generate", $$"""{"slug":"{{slug}}",{{members}}}""");
        return await Expect.DataAsync(answer);
    }

    private async Task<JsonElement> VerifyAsync(string code, string clock = "")
    {
        using var answer = await PostAsync("verify", $$"""{"code":"{{code}}"}""", ("X-Test-Clock", clock));
        return await Expect.DataAsync(answer);
    }

    private Task<HttpResponseMessage> RedeemAsync(string slug, string user, string code, params (string Name, string Value)[] headers) =>
        gateway.PostAsync($"/v1/campaigns/{slug}/redeem", $$"""{"userId":"{{user}}","code":"{{code}}"}""", headers);

    private static byte[] Definition => Encoding.UTF8.GetBytes($$"""
        { "name": "Test", {{Definitions.Always}}, "codes": true,
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] } }
        """);
}
