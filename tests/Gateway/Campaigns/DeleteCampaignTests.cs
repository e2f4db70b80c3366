using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Campaigns;

[Collection(SharedGateway.Name)]
public sealed class DeleteCampaignTests(GatewayFixture gateway)
{
    private static readonly string s_definition = Encoding.UTF8.GetString(Definitions.PointsOnly(Definitions.Always));

    private readonly string _path = $"/v1/campaigns/delete-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_draft_is_gone_and_may_be_made_anew()
    {
        using var created = await gateway.ManageAsync(HttpMethod.Put, _path, s_definition);
        using var deleted = await gateway.ManageAsync(HttpMethod.Delete, _path);
        using var read = await gateway.GetAsync(_path);
        using var again = await gateway.ManageAsync(HttpMethod.Delete, _path);
        using var anew = await gateway.ManageAsync(HttpMethod.Put, _path, s_definition);

        Assert.Equal("deleted", (await Expect.DataAsync(deleted)).Text("status"));
        await Expect.ErrorAsync(read, 404, "campaign_not_found", "Campaign not found");
        await Expect.ErrorAsync(again, 404, "campaign_not_found", "Campaign not found");
        Assert.Equal(1, (await Expect.DataAsync(anew)).GetProperty("version").GetInt32());
        Assert.NotEqual((await Expect.DataAsync(created)).Text("id"), (await Expect.DataAsync(anew)).Text("id"));
    }

    [Theory]
    [InlineData("points")]
    [InlineData("paused")]
    [InlineData("ended")]
    public async Task A_campaign_that_has_not_ended_for_an_hour_is_not_deleted(string slug)
    {
        using var answer = await gateway.ManageAsync(HttpMethod.Delete, $"/v1/campaigns/{slug}");

        await Expect.ErrorAsync(answer, 409, "invalid_transition", "The campaign's status does not allow this");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_what_is_ill_formed_is_refused()
    {
        using var unknown = await gateway.ManageAsync(HttpMethod.Delete, "/v1/campaigns/unknown");
        using var reserved = await gateway.ManageAsync(HttpMethod.Delete, "/v1/campaigns/codes");
        using var other = await gateway.ManageAsync(HttpMethod.Delete, "/v1/campaigns/draft", null, ("X-API-Secret", TestKeys.OtherApp));
        using var body = await gateway.ManageAsync(HttpMethod.Delete, "/v1/campaigns/draft", """{"really":true}""");
        using var scope = await gateway.ManageAsync(HttpMethod.Delete, "/v1/campaigns/draft", null, ("X-API-Secret", TestKeys.EventsOnly));

        Assert.All([unknown, reserved, other], answer => Assert.Equal(404, (int)answer.StatusCode));
        Assert.Equal(["/really"], await Expect.ErrorAsync(body, 400, "invalid_request", "Invalid request"));
        Assert.Equal(403, (int)scope.StatusCode);
    }
}
