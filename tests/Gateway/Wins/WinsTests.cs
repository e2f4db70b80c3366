using System.Net.Http.Headers;
using CampaignEngine.Gateway.Tests.Prizes;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Wins;

[Collection(SharedGateway.Name)]
public sealed class WinsTests(GatewayFixture gateway)
{
    [Fact]
    public async Task Winners_are_listed_page_by_page()
    {
        var slug = await ActivateAsync();
        await gateway.WinAsync(slug, "ann");
        var bob = await gateway.WinAsync(slug, "bob");

        using var first = await gateway.GetAsync($"/v1/campaigns/{slug}/wins?limit=1");
        var page = await Expect.DataAsync(first);
        using var second = await gateway.GetAsync($"/v1/campaigns/{slug}/wins?limit=1&cursor={page.Text("nextCursor")}");

        var item = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Equal(
            ["prizeTier", "winCode", "userId", "wonAt", "redeemedAt", "voidedAt"], item.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Gold", bob, "bob", null), (item.Text("prizeTier"), item.Text("winCode"), item.Text("userId"), item.Text("redeemedAt")));
        Assert.Equal("ann", (await Expect.DataAsync(second)).GetProperty("items")[0].Text("userId"));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=ten")]
    [InlineData("cursor=0")]
    [InlineData("cursor=-5")]
    [InlineData("cursor=abc")]
    public async Task A_bad_query_is_refused(string query)
    {
        using var refused = await gateway.GetAsync($"/v1/campaigns/winners/wins?{query}");

        await Expect.ErrorAsync(refused, 400, "invalid_request", "Invalid request");
    }

    [Fact]
    public async Task A_file_has_all_winners_and_no_formula()
    {
        var slug = await ActivateAsync();
        foreach (var user in new[] { "ann", "=cmd|' /C calc'!A0", "+1", "-1", "@sum", "a,b", "a\\\"b" })
            await gateway.WinAsync(slug, user);
        var request = gateway.Request(HttpMethod.Get, $"/v1/campaigns/{slug}/wins", ("X-API-Secret", TestKeys.Test));
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("text/csv"));

        using var answer = await gateway.Client.SendAsync(request);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal($"attachment; filename={slug}-wins.csv", answer.Content.Headers.ContentDisposition?.ToString());
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal("prizeTier,winCode,userId,wonAt,redeemedAt,voidedAt", lines[0]);
        Assert.Equal(
            ["\"a\"\"b\"", "\"a,b\"", "'@sum", "'-1", "'+1", "'=cmd|' /C calc'!A0", "ann"],
            lines[1..8].Select(line => line[(line.IndexOf(',', "Gold,".Length) + 1)..line.LastIndexOf(",20", StringComparison.Ordinal)]));
        Assert.Equal([""], lines[8..]);
    }

    [Fact]
    public async Task Who_takes_anything_gets_json()
    {
        var request = gateway.Request(HttpMethod.Get, "/v1/campaigns/winners/wins", ("X-API-Secret", TestKeys.Test));
        request.Headers.Accept.ParseAdd("*/*");

        using var answer = await gateway.Client.SendAsync(request);

        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_prize_is_handed_out_once()
    {
        var slug = await ActivateAsync();
        var code = await gateway.WinAsync(slug, "ann");

        using var first = await RedeemAsync(slug, code!, "till-1");
        using var again = await RedeemAsync(slug, code!, "till-1");
        using var other = await RedeemAsync(slug, code!, "till-2");
        using var win = await gateway.GetAsync($"/v1/campaigns/{slug}/wins/{code}");

        var data = await Expect.DataAsync(first);
        Assert.Equal(["winCode", "prizeTier", "participantRef", "redeemedAt"], data.EnumerateObject().Select(member => member.Name));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((false, true), (Expect.IsReplay(first), Expect.IsReplay(again)));
        Assert.Equal(["/redeemedAt"], await Expect.ErrorAsync(other, 409, "win_redeemed", "The prize was handed out before"));
        Assert.Contains(data.Text("redeemedAt")!, await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(data.Text("redeemedAt"), (await Expect.DataAsync(win)).Text("redeemedAt"));
        using var voided = await gateway.VoidWinAsync(slug, code!, """{"reason":"fraud","restock":false}""");
        await Expect.ErrorAsync(voided, 409, "win_redeemed", "The prize was handed out before");
    }

    [Fact]
    public async Task A_voided_win_is_not_handed_out()
    {
        var slug = await ActivateAsync();
        var code = await gateway.WinAsync(slug, "ann");
        using var voided = await gateway.VoidWinAsync(slug, code!, """{"reason":"fraud","restock":false}""");
        await Expect.DataAsync(voided);

        using var refused = await RedeemAsync(slug, code!, "till-1");

        await Expect.ErrorAsync(refused, 409, "win_voided", "The win was voided");
    }

    /// <summary>A till learns nothing else from a code that it made up.</summary>
    [Theory]
    [InlineData("winners", "WINN-22222222")]
    [InlineData("winners", "POIN-22222222")]
    [InlineData("winners", "nonsense")]
    [InlineData("winners", "%00")]
    [InlineData("not-there", "WINN-22222222")]
    [InlineData("draft", "DRAF-22222222")]
    [InlineData("points", "POIN-22222222")]
    public async Task Whatever_is_no_win_is_not_found(string slug, string code)
    {
        using var read = await gateway.GetAsync($"/v1/campaigns/{slug}/wins/{code}");
        using var redeemed = await RedeemAsync(slug, code, key: null);

        if (code != "%00")
            await Expect.ErrorAsync(read, 404, "win_not_found", "Win not found");
        Assert.Equal(read.StatusCode, redeemed.StatusCode);
    }

    [Fact]
    public async Task A_win_of_another_environment_is_no_win()
    {
        var slug = await ActivateAsync();
        var code = await gateway.WinAsync(slug, "ann");

        using var read = await gateway.GetAsync($"/v1/campaigns/{slug}/wins/{code}", TestKeys.Live);

        await Expect.ErrorAsync(read, 404, "win_not_found", "Win not found");
    }

    private Task<string> ActivateAsync() =>
        gateway.ActivateAsync(Stocks.Definition("odds", """ { "name": "Gold", "quantity": 50, "odds": 1, "points": 50 } """));

    private Task<HttpResponseMessage> RedeemAsync(string slug, string code, string? key) => gateway.ManageAsync(
        HttpMethod.Post, $"/v1/campaigns/{slug}/wins/{code}/redeem", null, key is null ? [] : [("Idempotency-Key", key)]);
}
