using System.Globalization;
using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Prizes;

[Collection(SharedGateway.Name)]
public sealed class UploadCodesTests(GatewayFixture gateway)
{
    private static readonly byte[] Own = Stocks.Definition("odds", """ { "name": "Gold", "quantity": 1, "odds": 1, "ownCodes": true } """);

    [Fact]
    public async Task Winners_get_what_was_uploaded_as_csv_before_the_start_and_as_json_after_it()
    {
        var slug = await DraftAsync();
        using var before = await CsvAsync(slug, "code\r\nA-1\r\n");
        await ActivateAsync(slug);
        using var after = await gateway.AddStockAsync(slug, """{"tier":"Gold","codes":["B-1","B-2"],"add":1}""", "k-2");
        using var again = await gateway.AddStockAsync(slug, """{"tier":"Gold","codes":["B-1","B-2"],"add":1}""", "k-2");

        Assert.Equal("""{"tier":"Gold","added":0,"stocked":null,"remaining":null,"codesAdded":1,"codes":1}""", (await Expect.DataAsync(before)).GetRawText());
        Assert.Equal("""{"tier":"Gold","added":1,"stocked":2,"remaining":2,"codesAdded":2,"codes":3}""", (await Expect.DataAsync(after)).GetRawText());
        Assert.Equal(await after.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.True(Expect.IsReplay(again));
        Assert.Equal(["A-1", "B-1", null], new[] { await gateway.WinAsync(slug, "ann"), await gateway.WinAsync(slug, "bob"), await gateway.WinAsync(slug, "cleo") }.AsEnumerable());
    }

    [Theory]
    [InlineData("A-1", 1)]
    [InlineData("A-1\nA-2\n", 2)]
    [InlineData("code\nA-1\nA-2", 2)]
    [InlineData("Code\nA-1\nA-2", 2)]
    [InlineData("\ufeffcode\r\n\"A-1\"\r\n\"A\"\"2\"\r\n", 2)]
    [InlineData("A,1", 0, "line 1")]
    [InlineData("A-1\n\nA-2", 0, "line 2")]
    [InlineData("code\nA-1\nA 2\nA-3\n\"A-4", 0, "line 3", "line 5")]
    [InlineData("A-1\r\nA-2\r\n\r\n", 2)]
    [InlineData("", 0, "there must be")]
    [InlineData("code\n", 0, "there must be")]
    public async Task Csv_has_a_code_a_line(string csv, int codes, params string[] wrong)
    {
        var slug = await DraftAsync();

        using var answer = await CsvAsync(slug, csv);

        if (codes > 0)
            Assert.Equal(codes, (await Expect.DataAsync(answer)).GetProperty("codes").GetInt32());
        else
            Assert.Equal(wrong, (await MessagesAsync(answer, 400)).Zip(wrong, (message, start) => message[..Math.Min(start.Length, message.Length)]));
    }

    [Fact]
    public async Task Duplicates_are_told_by_their_lines_and_nothing_is_kept()
    {
        var slug = await DraftAsync();
        using var first = await CsvAsync(slug, "A-1\nA-2\n");

        using var refused = await CsvAsync(slug, "code\nB-1\nA-2\nB-2\nB-1\n");
        using var json = await gateway.AddStockAsync(slug, """{"tier":"Gold","codes":["B-1","A-1"]}""");
        using var good = await CsvAsync(slug, "B-1\n");

        Assert.Equal(["line 3", "line 5"], (await MessagesAsync(refused, 409)).Select(message => message.Split(':')[0]));
        Assert.Equal(["/codes/1"], await Expect.ErrorAsync(json, 409, "duplicate_codes", "Codes appear twice or were uploaded before; nothing was kept"));
        Assert.Equal(3, (await Expect.DataAsync(good)).GetProperty("codes").GetInt32());
    }

    [Fact]
    public async Task A_hundred_duplicates_are_told_at_most()
    {
        var slug = await DraftAsync();

        using var refused = await CsvAsync(slug, string.Join('\n', Enumerable.Repeat("A-1", 1_000)));

        Assert.Equal(100, (await MessagesAsync(refused, 409)).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?tier=")]
    [InlineData("?tier=Gold&add=-1")]
    [InlineData("?tier=Gold&add=x")]
    [InlineData("?tier=Gold&more=1")]
    [InlineData("?tier=Gold&tier=Gold")]
    public async Task A_wrong_query_is_refused(string query)
    {
        using var refused = await gateway.AddStockAsync("winners", "A-1", type: "text/csv", query: query);

        await Expect.ErrorAsync(refused, 400, "invalid_request_body", "Invalid request body");
    }

    [Fact]
    public async Task A_hundred_thousand_codes_go_up_at_once_and_no_more()
    {
        var slug = await DraftAsync();
        var codes = string.Join('\n', Enumerable.Range(0, 100_000).Select(code => code.ToString("D60", CultureInfo.InvariantCulture)));

        using var all = await CsvAsync(slug, codes);
        using var more = await CsvAsync(slug, $"{codes}\nX");
        using var large = await CsvAsync(slug, new string('A', 8 * 1024 * 1024 + 1));

        Assert.Equal(100_000, (await Expect.DataAsync(all)).GetProperty("codes").GetInt32());
        Assert.Equal(400, (int)more.StatusCode);
        Assert.Equal(413, (int)large.StatusCode);
    }

    private async Task<string> DraftAsync()
    {
        var slug = $"up{Guid.NewGuid():N}";
        await gateway.World.DefineAsync(slug, Own, Domain.Campaigns.CampaignEnvironment.Test);
        await gateway.RefreshAsync();
        return slug;
    }

    private async Task ActivateAsync(string slug)
    {
        await gateway.World.ActivateAsync(slug, Own);
        await gateway.RefreshAsync();
    }

    private Task<HttpResponseMessage> CsvAsync(string slug, string csv) => gateway.AddStockAsync(slug, csv, type: "text/csv", query: "?tier=Gold");

    private static async Task<string[]> MessagesAsync(HttpResponseMessage refused, int code)
    {
        var text = await refused.Content.ReadAsStringAsync();
        Assert.True(code == (int)refused.StatusCode, text);
        using var body = JsonDocument.Parse(text);
        return [.. body.RootElement.GetProperty("details").EnumerateArray().Select(detail => detail.GetProperty("message").GetString()!)];
    }
}
