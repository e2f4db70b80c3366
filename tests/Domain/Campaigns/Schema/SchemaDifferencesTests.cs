namespace CampaignEngine.Domain.Tests.Campaigns.Schema;

public class SchemaDifferencesTests
{
    public static TheoryData<SchemaDifference> All => [.. SchemaDifferences.All];

    [Theory]
    [MemberData(nameof(All))]
    public void The_schema_takes_what_the_reader_refuses(SchemaDifference difference)
    {
        var document = Documents.With(BaseOf(difference), difference.Pointer, difference.Json);

        Assert.True(CampaignSchema.Accepts(document));
        Assert.Contains(
            Documents.Read(document).Errors, error => error.Message.StartsWith(difference.Message, StringComparison.Ordinal));
    }

    /// <summary>The reader's messages for these are those of a difference, but a schema can see them.</summary>
    [Theory]
    [InlineData("/name", "\"\"")]
    [InlineData("/name", "\"a\\nb\"")]
    [InlineData("/name", "\"a\\u0085b\"")]
    [InlineData("/name", "7")]
    [InlineData("/points/rules/0/eventType", "\"\"")]
    [InlineData("/startsAt", "\"2026-06-01\"")]
    [InlineData("/startsAt", "\"1999-12-31T23:59:59Z\"")]
    [InlineData("/startsAt", "\"2026-13-01T00:00:00Z\"")]
    [InlineData("/startsAt", "\"2026-06-32T00:00:00Z\"")]
    [InlineData("/startsAt", "\"2026-06-01T24:00:00Z\"")]
    [InlineData("/startsAt", "\"2026-06-01T00:60:00Z\"")]
    [InlineData("/startsAt", "\"2026-06-01T00:00:60Z\"")]
    [InlineData("/startsAt", "\"2026-06-01T00:00:00.Z\"")]
    [InlineData("/startsAt", "\"2026-06-01T00:00:00+15:00\"")]
    [InlineData("/startsAt", "\"2026-06-01T00:00:00+0200\"")]
    [InlineData("/endsAt", "\"2201-01-01T00:00:00Z\"")]
    [InlineData("/timeZone", "\"\"")]
    [InlineData("/timeZone", "\"+02:00\"")]
    [InlineData("/timeZone", "\"../UTC\"")]
    [InlineData("/points/rules/0/when/0/value", "\"10\"")]
    [InlineData("/instantWin/tiers/0/odds", "0")]
    [InlineData("/instantWin/tiers/0/odds", "9e-19")]
    [InlineData("/instantWin/tiers/0/odds", "1.000001")]
    [InlineData("/instantWin/eventTypes", "[\"a\",\"a\"]")]
    [InlineData("/branding/logoUrl", "\"http://example.com\"")]
    [InlineData("/branding/logoUrl", "\"https://\"")]
    [InlineData("/branding/logoUrl", "\"https://a b\"")]
    public void What_a_schema_can_see_it_refuses(string pointer, string json) =>
        Assert.False(CampaignSchema.Accepts(Documents.With(Documents.Demo, pointer, json)));

    [Theory]
    [InlineData("/name", 200)]
    [InlineData("/milestones/0/name", 200)]
    [InlineData("/points/rules/0/eventType", 128)]
    [InlineData("/milestones/2/eventType", 128)]
    [InlineData("/streak/eventTypes/0", 128)]
    [InlineData("/instantWin/eventTypes/0", 128)]
    [InlineData("/instantWin/tiers/0/name", 100)]
    [InlineData("/instantWin/tiers/0/message", 500)]
    [InlineData("/instantWin/losingMessage", 500)]
    [InlineData("/branding/title", 200)]
    public void A_longer_text_is_refused_by_both(string pointer, int longest)
    {
        foreach (var length in new[] { longest, longest + 1 })
        {
            var document = Documents.With(Documents.Demo, pointer, $"\"{new string('a', length)}\"");
            Assert.Equal(length == longest, CampaignSchema.Accepts(document));
            Assert.Equal(length == longest, Documents.Read(document).Errors.Count == 0);
        }
    }

    private static string BaseOf(SchemaDifference difference) => difference.Heading switch
    {
        "A deck smaller than its prizes" => Documents.Deck,
        "More than 1,000,000 moments" => Documents.Moments,
        "Repeating milestones that give back more than half" => Documents.With(Documents.Demo, "/milestones/0/bonusPoints", "501"),
        _ => Documents.Demo,
    };
}
