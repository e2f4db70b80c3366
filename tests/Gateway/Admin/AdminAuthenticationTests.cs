using System.Net.Http.Headers;
using CampaignEngine.Gateway.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Admin;

public sealed class AdminAuthenticationTests(AdminGateway gateway) : IClassFixture<AdminGateway>
{
    [Fact]
    public async Task No_route_is_open_without_the_token_and_none_to_an_api_key()
    {
        var key = await gateway.Admin.KeyAsync(await gateway.Admin.AppAsync());
        var routes = gateway.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/v1/admin", StringComparison.Ordinal)).ToList();

        Assert.Equal(12, routes.Count);
        foreach (var route in routes)
        {
            var method = route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single();
            var request = new HttpRequestMessage(new HttpMethod(method), route.RoutePattern.RawText) { Headers = { { "X-API-Secret", key.Secret } } };
            using var answer = await gateway.Host.Client.SendAsync(request);
            await AssertMissingAsync(answer);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("Token " + AdminClient.Token)]
    [InlineData(AdminClient.Token)]
    public async Task What_is_no_bearer_token_is_missing(string authorization)
    {
        using var answer = await SendAsync($"/v1/admin/apps?access_token={AdminClient.Token}&token={AdminClient.Token}", authorization);
        await AssertMissingAsync(answer);
    }

    // Fewer than the failures that a minute may have.
    [Theory]
    [InlineData("Bearer 0123456789abcdef0123456789abcdef-Admin")]
    [InlineData("Bearer " + AdminClient.Token + "x")]
    [InlineData("Bearer 0123456789abcdef0123456789abcdef-admi")]
    [InlineData("Bearer sk_test_00112233445566778899aabbccddeeff")]
    [InlineData("Bearer Bearer " + AdminClient.Token)]
    [InlineData("Bearer " + AdminClient.Token, "Bearer " + AdminClient.Token)]
    public async Task A_wrong_token_is_invalid(params string[] authorizations)
    {
        using var answer = await SendAsync("/v1/admin/apps", authorizations);

        await Expect.ErrorAsync(answer, 401, "invalid_admin_token", "Invalid admin token");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().ToString());
    }

    [Fact]
    public async Task A_huge_token_is_invalid_and_one_that_no_header_may_hold_is_refused_by_the_server()
    {
        using var huge = await SendAsync("/v1/admin/apps", $"Bearer {new string('x', 8_000)}");
        using var tooHuge = await SendAsync("/v1/admin/apps", $"Bearer {new string('x', 20_000)}");

        await Expect.ErrorAsync(huge, 401, "invalid_admin_token", "Invalid admin token");
        Assert.Equal(431, (int)tooHuge.StatusCode);
    }

    [Theory]
    [InlineData("Bearer " + AdminClient.Token)]
    [InlineData("bearer " + AdminClient.Token)]
    [InlineData("BEARER   " + AdminClient.Token)]
    public async Task The_token_opens(string authorization)
    {
        using var answer = await SendAsync("/v1/admin/apps", authorization);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_token_is_no_api_key()
    {
        using var answer = await SendAsync("/v1/campaigns/none/participants/u", $"Bearer {AdminClient.Token}");
        await Expect.ErrorAsync(answer, 401, "missing_api_key", "Missing X-API-Secret header");
    }

    [Fact]
    public async Task Where_nobody_set_a_token_there_is_no_admin_api()
    {
        await using var host = await GatewayHost.StartAsync();
        using var admin = new AdminClient(host.Client.BaseAddress!);

        using var answer = await admin.GetAsync("apps");

        await Expect.ErrorAsync(answer, 404, "not_found", "Not found");
    }

    private Task<HttpResponseMessage> SendAsync(string path, params string[] authorizations)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var authorization in authorizations.Where(one => one.Length > 0))
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return gateway.Host.Client.SendAsync(request);
    }

    private static async Task AssertMissingAsync(HttpResponseMessage answer)
    {
        await Expect.ErrorAsync(answer, 401, "missing_admin_token", "Missing Authorization header with a bearer token");
        Assert.Equal(new AuthenticationHeaderValue("Bearer"), answer.Headers.WwwAuthenticate.Single());
    }
}
