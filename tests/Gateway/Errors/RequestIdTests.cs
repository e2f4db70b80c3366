using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Errors;

[Collection(SharedGateway.Name)]
public sealed class RequestIdTests(GatewayFixture gateway)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    [InlineData("/nowhere")]
    [InlineData("/v1/campaigns/points/events")]
    [InlineData("/v1/campaigns/points/participants/nobody")]
    public async Task Every_answer_has_an_id_of_its_own(string path)
    {
        using var first = await gateway.GetAsync(path);
        using var second = await gateway.GetAsync(path);

        var ids = new[] { first, second }.Select(answer => Assert.Single(answer.Headers.GetValues("X-Request-Id"))).ToList();
        Assert.NotEqual(ids[0], ids[1]);
        Assert.All(ids, id => Assert.Matches("^[!-~]{1,128}$", id));
    }

    public static TheoryData<string, bool> Sent => new()
    {
        { "a", true },
        { "0HN:1/~!", true },
        { new string('r', 128), true },
        { new string('r', 129), false },
        { "a b", false },
    };

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task A_sane_id_of_the_client_is_taken_over(string id, bool taken)
    {
        using var answer = await gateway.Client.SendAsync(gateway.Request(HttpMethod.Get, "/nowhere", ("X-Request-Id", id)));

        Assert.Equal(taken, answer.Headers.GetValues("X-Request-Id").Single() == id);
        await Expect.ErrorAsync(answer, 404, "not_found", "Not found");
    }
}
