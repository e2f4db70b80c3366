using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Schemas;

public sealed class SchemasApiTests
{
    [Fact]
    public async Task Anybody_may_read_the_schema_of_a_definition()
    {
        await using var host = await GatewayHost.StartAsync();

        using var answer = await host.Client.GetAsync("/schemas/campaign.json");
        using var post = await host.Client.PostAsync("/schemas/campaign.json", null);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/schema+json", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "campaign.json")),
            await answer.Content.ReadAsByteArrayAsync());
        await Expect.ErrorAsync(post, 405, "method_not_allowed", "Method not allowed");
    }
}
