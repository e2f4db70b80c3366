namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class TiersReaderTests
{
    private const string Odds = "Write odds from 1e-18 to 1 with at most 28 decimals, without quotes";
    private const string Sum = "The odds of all tiers add up to more than 1. Write odds that add up to at most 1.";
    private const string Quantity = "Write a whole number from 1 to 10000000, without quotes.";

    [Theory]
    [InlineData("", null, "", "This member is required. Write an array of 1 to 50 tiers.")]
    [InlineData("", "{}", "", "Write an array of 1 to 50 tiers.")]
    [InlineData("", "[]", "", "Write an array of 1 to 50 tiers. Here are 0.")]
    [InlineData("/0", "1", "/0", "Write an object with these members: name, quantity, odds, points, message, maxPerDay, ownCodes.")]
    [InlineData("/0/name", null, "/0/name", "This member is required. Write a text of 1 to 100 characters")]
    [InlineData("/0/name", "\"\"", "/0/name", "Write a text of 1 to 100 characters")]
    [InlineData("/1/name", "\"Gold\"", "/1/name", "This is the same as /instantWin/tiers/0/name.")]
    [InlineData("/0/quantity", null, "/0/quantity", "This member is required. " + Quantity)]
    [InlineData("/0/quantity", "0", "/0/quantity", Quantity)]
    [InlineData("/0/quantity", "10000001", "/0/quantity", Quantity)]
    [InlineData("/0/quantity", "1.5", "/0/quantity", Quantity)]
    [InlineData("/0/quantity", "\"10\"", "/0/quantity", Quantity)]
    [InlineData("/0/odds", null, "/0/odds", "This member is required. " + Odds)]
    [InlineData("/0/odds", "\"0.1\"", "/0/odds", Odds)]
    [InlineData("/0/odds", "0", "/0/odds", Odds)]
    [InlineData("/0/odds", "-0.1", "/0/odds", Odds)]
    [InlineData("/0/odds", "1.0000000000000000000000000001", "/0/odds", Odds)]
    [InlineData("/0/odds", "1e400", "/0/odds", Odds)]
    [InlineData("/0/odds", "1e-400", "/0/odds", Odds)]
    [InlineData("/0/odds", "0.9e-18", "/0/odds", Odds)]
    [InlineData("/0/odds", "0.12345678901234567890123456789", "/0/odds", Odds)]
    [InlineData("/0/odds", "0.980000000000000001", "", Sum)]
    [InlineData("/0/odds", "0.9800000000000000000000000001", "", Sum)]
    [InlineData("/0/odds", "1", "", Sum)]
    [InlineData("/0/points", "-1", "/0/points", "Write a whole number from 0 to 1000000000")]
    [InlineData("/0/message", "\"\"", "/0/message", "Write a text of 1 to 500 characters")]
    [InlineData("/0/message", "7", "/0/message", "Write a text of 1 to 500 characters")]
    [InlineData("/0/maxPerDay", "0", "/0/maxPerDay", Quantity)]
    [InlineData("/0/maxPerDay", "10000001", "/0/maxPerDay", Quantity)]
    [InlineData("/0/maxPerDay", "\"2\"", "/0/maxPerDay", Quantity)]
    [InlineData("/0/ownCodes", "\"yes\"", "/0/ownCodes", "Write true or false, without quotes.")]
    [InlineData("/0/ownCodes", "0", "/0/ownCodes", "Write true or false, without quotes.")]
    public void A_wrong_tier_is_refused_at_its_pointer(string at, string? json, string place, string message) =>
        Documents.AssertRefused(
            Documents.With(Documents.Demo, "/instantWin/tiers" + at, json), "/instantWin/tiers" + place, message);

    [Theory]
    [InlineData("0.98")]
    [InlineData("9.8e-1")]
    [InlineData("0.9799999999999999999999999999")]
    [InlineData("0.1000000000000000000000000001")]
    [InlineData("1e-18")]
    public void Odds_that_add_up_to_at_most_1_are_taken_exactly(string json) =>
        Assert.Equal(
            decimal.Parse(json, System.Globalization.NumberStyles.Float),
            Documents.ReadValid(Documents.With(Documents.Demo, "/instantWin/tiers/0/odds", json)).InstantWin!.Tiers[0].Odds);

    [Theory]
    [InlineData(50, "0.02", null)]
    [InlineData(50, "0.0200000000000000000000000001", Sum)]
    [InlineData(51, "0.01", "Write an array of 1 to 50 tiers. Here are 51.")]
    public void There_may_be_50_tiers(int count, string odds, string? message)
    {
        var tiers = string.Join(',', Enumerable.Range(0, count).Select(n => $$"""{"name":"T{{n}}","quantity":1,"odds":{{odds}}}"""));
        var document = Documents.With(Documents.Demo, "/instantWin/tiers", $"[{tiers}]");
        if (message is null)
            Assert.Equal(count, Documents.ReadValid(document).InstantWin!.Tiers.Length);
        else
            Documents.AssertRefused(document, "/instantWin/tiers", message);
    }
}
