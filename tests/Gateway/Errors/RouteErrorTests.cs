using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Errors;

[Collection(SharedGateway.Name)]
public sealed class RouteErrorTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/v1")]
    [InlineData("POST", "/v1/campaigns/points/nothing")]
    [InlineData("POST", "/v1/campaigns/points/events/x/y")]
    [InlineData("GET", "/v1/campaigns//participants/x")]
    [InlineData("DELETE", "/v2/campaigns/points/events")]
    public async Task An_unknown_route_has_the_error_body(string method, string path)
    {
        using var answer = await gateway.Client.SendAsync(gateway.Request(new HttpMethod(method), path));

        await Expect.ErrorAsync(answer, 404, "not_found", "Not found");
    }

    [Theory]
    [InlineData("GET", "/v1/campaigns/points/events", "POST")]
    [InlineData("PUT", "/v1/campaigns/points/events", "POST")]
    [InlineData("OPTIONS", "/v1/campaigns/points/events", "POST")]
    [InlineData("POST", "/v1/campaigns/points/participants/u", "DELETE, GET, PUT")]
    [InlineData("PATCH", "/v1/campaigns/points/participants/u", "DELETE, GET, PUT")]
    [InlineData("POST", "/v1/campaigns/points/participants", "DELETE, GET")]
    [InlineData("POST", "/healthz/live", "GET")]
    [InlineData("POST", "/", "GET")]
    public async Task A_wrong_method_says_which_are_right(string method, string path, string allow)
    {
        using var answer = await gateway.Client.SendAsync(gateway.Request(new HttpMethod(method), path));

        await Expect.ErrorAsync(answer, 405, "method_not_allowed", "Method not allowed");
        Assert.Equal(allow.Split(", "), answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task No_answer_names_the_server()
    {
        using var answer = await gateway.GetAsync("/");

        Assert.Empty(answer.Headers.Server);
    }
}
