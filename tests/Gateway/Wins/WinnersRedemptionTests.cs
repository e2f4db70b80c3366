using CampaignEngine.Gateway.Tests.Prizes;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Wins;

/// <summary>Win codes where codes are redeemed and verified.</summary>
[Collection(SharedGateway.Name)]
public sealed class WinnersRedemptionTests(GatewayFixture gateway)
{
    [Fact]
    public async Task The_winner_gets_the_prize_once_and_the_same_answer_whenever_it_is_sent()
    {
        var (slug, code) = await WinAsync();

        using var stranger = await RedeemAsync(slug, "bob", code);
        using var first = await RedeemAsync(slug, "ann", code.ToLowerInvariant());
        await gateway.WinAsync(slug, "ann");
        using var again = await RedeemAsync(slug, "ann", code, "k-1");
        using var till = await gateway.ManageAsync(HttpMethod.Post, $"/v1/campaigns/{slug}/wins/{code}/redeem");

        await Expect.ErrorAsync(stranger, 404, "code_not_found", "Code not found");
        Assert.Equal(
            $$$"""{"status":"success","data":{"pointsEarned":0,"totalPoints":150,"code":"{{{code}}}","message":"Code redeemed successfully"}}""",
            await first.Content.ReadAsStringAsync());
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((false, true), (Expect.IsReplay(first), Expect.IsReplay(again)));
        await Expect.ErrorAsync(till, 409, "win_redeemed", "The prize was handed out before");
    }

    [Theory]
    [InlineData("redeem", null, "Code status is REDEEMED", "REDEEMED")]
    [InlineData("void", """{"reason":"fraud","restock":false}""", "Code status is REVOKED", "REVOKED")]
    public async Task What_the_till_did_stands_against_it(string action, string? body, string message, string status)
    {
        var (slug, code) = await WinAsync();
        Assert.Equal(("ACTIVE", "Code is valid and redeemable"), await VerifyAsync(code));
        using var done = await gateway.ManageAsync(HttpMethod.Post, $"/v1/campaigns/{slug}/wins/{code}/{action}", body);
        await Expect.DataAsync(done);

        using var refused = await RedeemAsync(slug, "ann", code);

        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Contains($"\"message\":\"{message}\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((status, message), await VerifyAsync(code));
    }

    [Fact]
    public async Task Many_requests_of_the_winner_at_once_hand_it_out_once()
    {
        var (slug, code) = await WinAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => RedeemAsync(slug, "ann", code)));

        Assert.All(answers, answer => Assert.Equal(200, (int)answer.StatusCode));
        Assert.Single(answers, answer => !Expect.IsReplay(answer));
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("end")]
    public async Task The_winner_hears_the_same_once_the_campaign_does_not_run(string transition)
    {
        var (slug, code) = await WinAsync();
        var open = (await gateway.WinAsync(slug, "ann"))!;
        using var first = await RedeemAsync(slug, "ann", code, "k-1");
        using var done = await gateway.ManageAsync(HttpMethod.Post, $"/v1/campaigns/{slug}/{transition}");
        await gateway.RefreshAsync();

        using var again = await RedeemAsync(slug, "ann", code, "k-1");
        using var keyless = await RedeemAsync(slug, "ann", code);
        using var other = await RedeemAsync(slug, "ann", code, "k-2");
        using var stranger = await RedeemAsync(slug, "bob", code);
        using var late = await RedeemAsync(slug, "ann", open);

        var body = await first.Content.ReadAsStringAsync();
        foreach (var replay in new[] { again, keyless, other })
        {
            Assert.Equal(body, await replay.Content.ReadAsStringAsync());
            Assert.True(Expect.IsReplay(replay));
        }

        foreach (var refused in new[] { stranger, late })
            await Expect.ErrorAsync(refused, 404, "campaign_not_active", "Campaign not found or not active");
    }

    [Fact]
    public async Task A_key_that_handed_a_win_out_stands_for_no_other_code()
    {
        var (slug, code) = await WinAsync();
        var other = (await gateway.WinAsync(slug, "ann"))!;
        using var generated = await gateway.PostAsync(
            "/v1/campaigns/codes/generate", $$"""{"slug":"{{slug}}","batchSize":1,"pointsValue":5}""");
        var batchs = (await Expect.DataAsync(generated)).GetProperty("codes")[0].GetString()!;
        using var first = await RedeemAsync(slug, "ann", code, "k-1");
        Assert.Equal(200, (int)first.StatusCode);

        foreach (var another in new[] { other, batchs, "NONE-22222222" })
        {
            using var reused = await RedeemAsync(slug, "ann", another, "k-1");
            Assert.Equal(422, (int)reused.StatusCode);
        }

        using var bobs = await RedeemAsync(slug, "bob", batchs, "k-1");
        Assert.Equal(200, (int)bobs.StatusCode);
    }

    private async Task<(string Slug, string Code)> WinAsync()
    {
        var slug = await gateway.ActivateAsync(Stocks.Definition("odds", """ { "name": "Gold", "quantity": 50, "odds": 1, "points": 50 } """, codes: true));
        return (slug, (await gateway.WinAsync(slug, "ann"))!);
    }

    private async Task<(string Status, string Message)> VerifyAsync(string code)
    {
        using var answer = await gateway.PostAsync("/v1/campaigns/codes/verify", $$"""{"code":"{{code}}"}""");
        var data = await Expect.DataAsync(answer);
        Assert.Equal(("win", "Gold", 0), (data.Text("kind"), data.Text("prizeTier"), data.GetProperty("pointsValue").GetInt64()));
        return (data.Text("status")!, data.Text("message")!);
    }

    private Task<HttpResponseMessage> RedeemAsync(string slug, string user, string code, string? key = null) => gateway.PostAsync(
        $"/v1/campaigns/{slug}/redeem", $$"""{"userId":"{{user}}","code":"{{code}}"}""", key is null ? [] : [("Idempotency-Key", key)]);
}
