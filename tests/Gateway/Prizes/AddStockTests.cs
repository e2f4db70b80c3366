using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Prizes;

[Collection(SharedGateway.Name)]
public sealed class AddStockTests(GatewayFixture gateway)
{
    private static readonly byte[] Gold = Stocks.Definition("odds", """ { "name": "Gold", "quantity": 2, "odds": 1 } """);

    [Fact]
    public async Task Units_are_added_once_and_the_replay_has_the_same_bytes()
    {
        var slug = await gateway.ActivateAsync(Gold);

        using var first = await gateway.AddStockAsync(slug, """{"tier":"Gold","add":5}""", "k-1");
        await gateway.WinAsync(slug, "ann");
        using var again = await gateway.AddStockAsync(slug, """{"add":5, "tier":"Gold"}""", "\"k-1\"");
        using var other = await gateway.AddStockAsync(slug, """{"tier":"Gold","add":6}""", "k-1");

        var text = await first.Content.ReadAsStringAsync();
        Assert.Equal("""{"status":"success","data":{"tier":"Gold","added":5,"stocked":7,"remaining":7}}""", text);
        Assert.Equal(text, await again.Content.ReadAsStringAsync());
        Assert.False(Expect.IsReplay(first));
        Assert.True(Expect.IsReplay(again));
        await Expect.ErrorAsync(other, 422, "idempotency_key_reused", "Idempotency key was used with a different request");
        using var stock = await gateway.GetAsync($"/v1/campaigns/{slug}/stock");
        var tier = (await Expect.DataAsync(stock)).GetProperty("items")[0];
        Assert.StartsWith("""{"tier":"Gold","stocked":7,"remaining":6,"waiting":0,""", tier.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, tier.GetProperty("open").GetInt64() + tier.GetProperty("awarded").GetInt64());
    }

    [Fact]
    public async Task Without_a_key_nothing_is_added()
    {
        var slug = await gateway.ActivateAsync(Gold);
        var request = gateway.Request(HttpMethod.Post, $"/v1/campaigns/{slug}/stock");
        request.Content = new StringContent("""{"tier":"Gold","add":5}""", System.Text.Encoding.UTF8, "application/json");

        using var refused = await gateway.Client.SendAsync(request);

        await Expect.ErrorAsync(refused, 400, "idempotency_key_required", "Missing Idempotency-Key header");
        using var stock = await gateway.GetAsync($"/v1/campaigns/{slug}/stock");
        Assert.Equal(2, (await Expect.DataAsync(stock)).GetProperty("items")[0].GetProperty("stocked").GetInt64());
    }

    [Fact]
    public async Task A_body_of_nothing_but_unknown_members_has_a_short_answer()
    {
        var members = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"k{i}\":1"));

        using var refused = await gateway.AddStockAsync("winners", $"{{{members}}}");

        Assert.InRange((await Expect.ErrorAsync(refused, 400, "invalid_request_body", "Invalid request body")).Length, 1, 50);
    }

    [Theory]
    [InlineData("not-there", """{"tier":"Gold","add":1}""", 404, "campaign_not_found")]
    [InlineData("draft", """{"tier":"Gold","add":1}""", 404, "tier_not_found")] // It has no prizes at all.
    [InlineData("winners", """{"tier":"Lead","add":1}""", 404, "tier_not_found")]
    [InlineData("winners", """{"tier":"Gold","add":10000000}""", 409, "stock_too_large")]
    [InlineData("winners", """{"tier":"Gold","codes":["A"]}""", 409, "codes_not_taken")]
    public async Task What_cannot_be_done_is_refused(string slug, string body, int code, string name)
    {
        using var refused = await gateway.AddStockAsync(slug, body);

        Assert.Equal(code, (int)refused.StatusCode);
        Assert.Contains($"\"error\":\"{name}\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", "/tier", "/add")]
    [InlineData("""{"tier":7,"add":1}""", "/tier")]
    [InlineData("""{"tier":"Gold","add":0}""", "/add")]
    [InlineData("""{"tier":"Gold","add":-1}""", "/add")]
    [InlineData("""{"tier":"Gold","add":1.5}""", "/add")]
    [InlineData("""{"tier":"Gold","add":"1"}""", "/add")]
    [InlineData("""{"tier":"Gold","add":10000001}""", "/add")]
    [InlineData("""{"tier":"Gold","add":1,"more":1}""", "/more")]
    [InlineData("""{"tier":"Gold","add":1,"add":1}""", "/add")]
    [InlineData("""{"tier":"Gold","codes":[]}""", "/codes")]
    [InlineData("""{"tier":"Gold","codes":"A"}""", "/codes")]
    [InlineData("""{"tier":"Gold","codes":["A",1]}""", "/codes")]
    [InlineData("""{"tier":"Gold","codes":["A"," ","B C","",  "é"]}""", "/codes/1", "/codes/2", "/codes/3", "/codes/4")]
    [InlineData("""{"tier":"Gold","codes":["WINN-22222222"]}""", "/codes/0")]
    [InlineData("""[]""", "")]
    [InlineData("""{""", "")]
    [InlineData("", "")]
    public async Task Bad_bodies_are_refused_with_all_that_is_wrong(string body, params string[] pointers)
    {
        using var refused = await gateway.AddStockAsync("winners", body);

        Assert.Equal(pointers, await Expect.ErrorAsync(refused, 400, "invalid_request_body", "Invalid request body"));
    }

    [Fact]
    public async Task Only_a_key_that_may_manage_is_let_through()
    {
        using var missing = await gateway.AddStockAsync("winners", "{}", apiKey: "");
        using var other = await gateway.AddStockAsync("winners", """{"tier":"Gold","add":1}""", apiKey: TestKeys.OtherApp);

        Assert.Equal(401, (int)missing.StatusCode);
        await Expect.ErrorAsync(other, 404, "campaign_not_found", "Campaign not found");
    }

    [Fact]
    public async Task Another_kind_of_body_is_refused()
    {
        using var refused = await gateway.AddStockAsync("winners", "tier: Gold", type: "text/yaml");

        Assert.Equal(415, (int)refused.StatusCode);
    }

    [Fact]
    public async Task A_deck_is_as_it_is()
    {
        var slug = await gateway.ActivateAsync(Stocks.Definition("deck", """ { "name": "Gold", "quantity": 2 } """, """ "deckSize": 4, """));

        using var refused = await gateway.AddStockAsync(slug, """{"tier":"Gold","add":1}""");

        await Expect.ErrorAsync(refused, 409, "stock_fixed", "The prizes of a deck cannot be changed while the campaign runs");
    }
}
