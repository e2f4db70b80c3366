using System.Text.RegularExpressions;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Reference;

[Collection(SharedGateway.Name)]
public sealed partial class DocsPageTests(GatewayFixture gateway)
{
    [Fact]
    public async Task The_page_shows_the_document_of_this_gateway()
    {
        var page = await gateway.Client.GetStringAsync(ReferenceApi.PagePath);

        Assert.Contains($"\"url\":\"{ReferenceApi.DocumentPath[1..]}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_needs_nothing_from_elsewhere_and_may_load_and_tell_nothing()
    {
        using var answer = await gateway.GetAsync(ReferenceApi.PagePath, key: null);

        var page = await answer.Content.ReadAsStringAsync();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ")
            .Select(directive => directive.Split(' ')).ToDictionary(words => words[0], words => words[1..]);
        Assert.Equal(["'none'"], policy["default-src"]);
        Assert.Equal(["'none'"], policy["frame-ancestors"]);
        Assert.All(policy.SelectMany(directive => directive.Value), source =>
            Assert.Matches("^('none'|'self'|data:|'nonce-[0-9A-F]{32}'|'unsafe-inline')$", source));
        Assert.DoesNotContain("'unsafe-inline'", policy["script-src"]);
        Assert.All(Links().Matches(page), link => Assert.DoesNotMatch("^([a-z]+:)?//", link.Groups[1].Value));
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_scripts_are_served_from_here_and_carry_the_nonce_of_their_page()
    {
        using var answer = await gateway.GetAsync(ReferenceApi.PagePath, key: null);

        var page = await answer.Content.ReadAsStringAsync();
        var address = answer.RequestMessage!.RequestUri!;
        var nonce = Nonce().Match(answer.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value;
        Assert.All(Scripts().Matches(page), script => Assert.Contains($"nonce=\"{nonce}\"", script.Value, StringComparison.Ordinal));
        Assert.NotEmpty(Links().Matches(page));
        foreach (var link in Links().Matches(page).Select(link => link.Groups[1].Value))
        {
            using var script = await gateway.GetAsync(new Uri(address, link).AbsolutePath, key: null);
            Assert.Equal(200, (int)script.StatusCode);
            Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task No_two_pages_have_the_same_nonce()
    {
        using var first = await gateway.GetAsync(ReferenceApi.PagePath, key: null);
        using var second = await gateway.GetAsync(ReferenceApi.PagePath, key: null);

        Assert.NotEqual(first.Headers.GetValues("Content-Security-Policy"), second.Headers.GetValues("Content-Security-Policy"));
    }

    [GeneratedRegex("""(?:href|src)="([^"]*)""")]
    private static partial Regex Links();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
