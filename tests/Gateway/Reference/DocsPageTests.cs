using System.Text.RegularExpressions;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Reference;

[Collection(SharedGateway.Name)]
public sealed partial class DocsPageTests(GatewayFixture gateway)
{
    [Fact]
    public async Task The_page_shows_every_operation_with_its_refusals()
    {
        var page = await gateway.Client.GetStringAsync("/docs");

        Assert.All(DescribedRoutes.All, route =>
        {
            Assert.Contains($"<article id=\"{route.Operation.Id}\">", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"#{route.Operation.Id}\"", page, StringComparison.Ordinal);
            Assert.All(ApiErrors.Of(route.Operation), error => Assert.Contains($"<code>{error.Name}</code>", page, StringComparison.Ordinal));
        });
        Assert.Contains("curl -X POST &quot;$ENGINE/v1/campaigns/summer-promo/events&quot;", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/docs", "text/html; charset=utf-8")]
    [InlineData(ReferenceApi.StylePath, "text/css; charset=utf-8")]
    public async Task It_needs_nothing_from_elsewhere_and_may_load_nothing(string path, string contentType)
    {
        using var answer = await gateway.GetAsync(path, key: null);

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(contentType, answer.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("default-src 'none'; style-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.All(Links().Matches(text), link => Assert.Matches("^[#/][^/]", link.Groups[1].Value));
        Assert.DoesNotMatch("<script|<img|<iframe|style=|url\\(|@import", text);
    }

    [Fact]
    public async Task Every_link_leads_somewhere()
    {
        var page = await gateway.Client.GetStringAsync("/docs");

        foreach (var target in Links().Matches(page).Select(link => link.Groups[1].Value).Distinct())
        {
            if (target is ['#', .. var id])
                Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal);
            else
                Assert.Equal(200, (int)(await gateway.GetAsync(target, key: null)).StatusCode);
        }
    }

    [GeneratedRegex("""(?:href|src)="([^"]*)""")]
    private static partial Regex Links();
}
