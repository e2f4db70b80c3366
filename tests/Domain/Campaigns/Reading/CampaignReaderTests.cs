namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class CampaignReaderTests
{
    private const string Text = "Write a text of 1 to 200 characters";
    private const string Time = "Write a time such as";
    private const string Zone = "Write an IANA time zone id";

    [Theory]
    [InlineData("", "[]", "", "Write an object with these members: name, startsAt")]
    [InlineData("", "null", "", "Write an object")]
    [InlineData("", "\"text\"", "", "Write an object")]
    [InlineData("/name", null, "/name", "This member is required. Write a text")]
    [InlineData("/name", "null", "/name", "This member is required. Write a text")]
    [InlineData("/name", "7", "/name", Text)]
    [InlineData("/name", "[\"a\"]", "/name", Text)]
    [InlineData("/name", "\"\"", "/name", Text)]
    [InlineData("/name", "\" \\t\"", "/name", Text)]
    [InlineData("/name", "\"a\\u0000b\"", "/name", Text)]
    [InlineData("/name", "\"a\\nb\"", "/name", Text)]
    [InlineData("/name", "\"a\u0085b\"", "/name", Text)]
    [InlineData("/name", "\"\\ud800\"", "/name", Text)]
    [InlineData("/name", "\"\\udc00\\ud800\"", "/name", Text)]
    [InlineData("/name", "\"\\ud800\\u0041\"", "/name", Text)]
    [InlineData("/name", "\"x\\ud83d\\n\"", "/name", Text)]
    [InlineData("/startsAt", null, "/startsAt", "This member is required. Write a time")]
    [InlineData("/startsAt", "null", "/startsAt", "This member is required. Write a time")]
    [InlineData("/startsAt", "1780000000", "/startsAt", Time)]
    [InlineData("/startsAt", "\"1999-12-31T23:59:59Z\"", "/startsAt", Time)]
    [InlineData("/startsAt", "\"2026-06-01\"", "/startsAt", Time)]
    [InlineData("/endsAt", null, "/endsAt", "This member is required. Write a time")]
    [InlineData("/endsAt", "\"2201-01-01T00:00:00Z\"", "/endsAt", Time)]
    [InlineData("/endsAt", "\"2026-06-01T00:00:00+02:00\"", "/endsAt", "The campaign ends before it starts. Write a time after startsAt.")]
    [InlineData("/endsAt", "\"2026-05-31T21:59:59Z\"", "/endsAt", "The campaign ends before it starts.")]
    [InlineData("/startsAt", "\"2026-09-01T00:00:00+01:00\"", "/endsAt", "The campaign ends before it starts.")]
    [InlineData("/timeZone", "1", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"Mars/Olympus\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"Europe\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"europe/berlin\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"+02:00\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"W. Europe Standard Time\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"../zoneinfo/Europe/Berlin\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"/usr/share/zoneinfo/UTC\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"right/Europe/Berlin\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"posix/Europe/Berlin\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"localtime\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"leapseconds\"", "/timeZone", Zone)]
    [InlineData("/timeZone", "\"UTC\\u0000\"", "/timeZone", Zone)]
    public void A_wrong_member_is_refused_at_its_pointer(string at, string? json, string place, string message) =>
        Documents.AssertRefused(Documents.With(Documents.Demo, at, json), place, message);

    [Theory]
    [InlineData("UTC")]
    [InlineData("Etc/UTC")]
    [InlineData("Etc/GMT+5")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("America/Port-au-Prince")]
    public void An_IANA_zone_is_taken(string zone) =>
        Assert.Equal(zone, Documents.ReadValid(Documents.With(Documents.Minimal, "/timeZone", $"\"{zone}\"")).TimeZone);

    [Fact]
    public void A_name_is_counted_in_Unicode_scalar_values()
    {
        Assert.Equal(400, Documents.ReadValid(Documents.With(Documents.Minimal, "/name", Quoted("😀", 200))).Name.Length);
        Documents.AssertRefused(Documents.With(Documents.Minimal, "/name", Quoted("😀", 201)), "/name", Text);
    }

    [Fact]
    public void Escapes_in_a_name_are_resolved() =>
        Assert.Equal(
            "a\"\\/ü😀",
            Documents.ReadValid(Documents.With(Documents.Minimal, "/name", """ "\u0061\"\\\/\u00fc\ud83d\ude00" """)).Name);

    [Fact]
    public void Escapes_in_a_member_name_are_resolved() =>
        Assert.Equal("Small", Documents.ReadValid(Documents.Minimal.Replace("name", "n\\u0061me", StringComparison.Ordinal)).Name);

    private static string Quoted(string text, int times) => $"\"{string.Concat(Enumerable.Repeat(text, times))}\"";
}
