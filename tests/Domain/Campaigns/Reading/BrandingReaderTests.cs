namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class BrandingReaderTests
{
    private const string Color = "Write a colour of a # and 3 or 6 hexadecimal digits";
    private const string Url = "Write a URL that begins with https:// and has at most 500 characters";

    [Theory]
    [InlineData("", "\"Summer\"", "Write an object with these members: title, color, logoUrl, termsUrl, privacyUrl.")]
    [InlineData("/title", "\"\"", "Write a text of 1 to 200 characters")]
    [InlineData("/title", "\"a\\nb\"", "Write a text of 1 to 200 characters")]
    [InlineData("/color", "\"red\"", Color)]
    [InlineData("/color", "\"0a7\"", Color)]
    [InlineData("/color", "\"#0a\"", Color)]
    [InlineData("/color", "\"#0a7f\"", Color)]
    [InlineData("/color", "\"#00aa7\"", Color)]
    [InlineData("/color", "\"#00aa77ff\"", Color)]
    [InlineData("/color", "\"#0ag\"", Color)]
    [InlineData("/color", "\"#0a٧\"", Color)]
    [InlineData("/color", "\"#0a7\\n\"", Color)]
    [InlineData("/color", "7", Color)]
    [InlineData("/logoUrl", "\"http://example.com/logo.svg\"", Url)]
    [InlineData("/logoUrl", "\"HTTPS://example.com/logo.svg\"", Url)]
    [InlineData("/logoUrl", "\"//example.com/logo.svg\"", Url)]
    [InlineData("/logoUrl", "\"/logo.svg\"", Url)]
    [InlineData("/logoUrl", "\"javascript:alert(1)\"", Url)]
    [InlineData("/logoUrl", "\"data:image/svg+xml,x\"", Url)]
    [InlineData("/logoUrl", "\"\"", Url)]
    [InlineData("/logoUrl", "\"https://\"", Url)]
    [InlineData("/logoUrl", "\"https:///logo.svg\"", Url)]
    [InlineData("/logoUrl", "\"https://?a=b\"", Url)]
    [InlineData("/logoUrl", "\"https://exa mple.com\"", Url)]
    [InlineData("/logoUrl", "\"https://example.com/a\\u0000b\"", Url)]
    [InlineData("/logoUrl", "\"https://bücher.example\"", Url)]
    [InlineData("/logoUrl", "\"https://example.com@evil.example\"", Url)]
    [InlineData("/logoUrl", "\"https://example.com:99999\"", Url)]
    [InlineData("/logoUrl", "[]", Url)]
    [InlineData("/termsUrl", "\"ftp://example.com\"", Url)]
    [InlineData("/privacyUrl", "\"example.com\"", Url)]
    public void A_wrong_member_is_refused_at_its_pointer(string at, string json, string message) =>
        Documents.AssertRefused(Documents.With(Documents.Demo, "/branding" + at, json), "/branding" + at, message);

    [Theory]
    [InlineData("/color", "#FFF")]
    [InlineData("/color", "#00aA77")]
    [InlineData("/logoUrl", "https://example.com")]
    [InlineData("/logoUrl", "https://xn--bcher-kva.example:8443/a%20b?c='d'#e")]
    [InlineData("/logoUrl", "https://127.0.0.1/logo.svg")]
    public void A_right_one_is_taken(string at, string text) =>
        Documents.ReadValid(Documents.With(Documents.Demo, "/branding" + at, $"\"{text}\""));

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void A_URL_may_have_500_characters(int length, bool accepted) => Assert.Equal(
        accepted,
        Documents.Read(Documents.With(Documents.Demo, "/branding/termsUrl", $"\"{"https://example.com/".PadRight(length, 'a')}\"")).Errors.Count == 0);
}
