using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Prizes;

[Collection(SharedGateway.Name)]
public sealed class VoidWinTests(GatewayFixture gateway)
{
    private const string Keep = """{"reason":"fraud","restock":false}""";

    [Fact]
    public async Task A_win_is_voided_once_and_answers_the_same()
    {
        var slug = await gateway.ActivateAsync(Stocks.Definition("odds", """ { "name": "Gold", "quantity": 2, "odds": 1, "points": 50 } """));
        var code = await gateway.WinAsync(slug, "ann");

        using var first = await gateway.VoidWinAsync(slug, code!, Keep);
        using var again = await gateway.VoidWinAsync(slug, code!.ToLowerInvariant(), Keep);
        using var other = await gateway.VoidWinAsync(slug, code!, """{"reason":"fraud","restock":true}""");

        var data = await Expect.DataAsync(first);
        Assert.Equal(["winCode", "prizeTier", "restocked", "pointsTaken", "voidedAt"], data.EnumerateObject().Select(member => member.Name));
        Assert.Equal((code, "Gold", 50), (data.GetProperty("winCode").GetString(), data.GetProperty("prizeTier").GetString(), data.GetProperty("pointsTaken").GetInt64()));
        Assert.Equal(data.GetProperty("voidedAt").GetString(), (await Expect.DataAsync(again)).GetProperty("voidedAt").GetString());
        await Expect.ErrorAsync(other, 409, "already_voided", "The win was voided before, with another restock");
        using var ann = await gateway.GetParticipantAsync(slug, "ann");
        Assert.Equal(100, (await Expect.DataAsync(ann)).GetProperty("totalPoints").GetInt64());
        using var stock = await gateway.GetAsync($"/v1/campaigns/{slug}/stock");
        Assert.Equal(1, (await Expect.DataAsync(stock)).GetProperty("items")[0].GetProperty("voided").GetInt64());
    }

    [Fact]
    public async Task An_uploaded_code_may_have_any_visible_characters()
    {
        var definition = Stocks.Definition("odds", """ { "name": "Gold", "quantity": 1, "odds": 1, "ownCodes": true } """);
        var slug = $"vo{Guid.NewGuid():N}";
        await gateway.World.DefineAsync(slug, definition, Domain.Campaigns.CampaignEnvironment.Test);
        await gateway.RefreshAsync();
        using var uploaded = await gateway.AddStockAsync(slug, """{"tier":"Gold","codes":["a/b%2F?c"]}""");
        await Expect.DataAsync(uploaded);
        await gateway.World.ActivateAsync(slug, definition);
        await gateway.RefreshAsync();
        Assert.Equal("a/b%2F?c", await gateway.WinAsync(slug, "ann"));

        using var voided = await gateway.VoidWinAsync(slug, Uri.EscapeDataString("a/b%2F?c"), Keep);

        Assert.Equal("a/b%2F?c", (await Expect.DataAsync(voided)).GetProperty("winCode").GetString());
    }

    [Theory]
    [InlineData("winners", "WINN-22222222")]
    [InlineData("winners", "nonsense")]
    [InlineData("not-there", "WINN-22222222")]
    [InlineData("draft", "DRAF-22222222")]
    [InlineData("points", "POIN-22222222")]
    public async Task A_code_that_nobody_has_is_not_found(string slug, string code)
    {
        using var refused = await gateway.VoidWinAsync(slug, code, Keep);

        await Expect.ErrorAsync(refused, 404, "win_not_found", "Win not found");
    }

    [Theory]
    [InlineData("""{}""", "/reason", "/restock")]
    [InlineData("""{"reason":"","restock":false}""", "/reason")]
    [InlineData("""{"reason":"fraud","restock":"no"}""", "/restock")]
    [InlineData("""{"reason":"fraud","restock":false,"more":1}""", "/more")]
    public async Task Bad_bodies_are_refused(string body, params string[] pointers)
    {
        using var refused = await gateway.VoidWinAsync("winners", "WINN-22222222", body);

        Assert.Equal(pointers, await Expect.ErrorAsync(refused, 400, "invalid_request_body", "Invalid request body"));
    }
}
