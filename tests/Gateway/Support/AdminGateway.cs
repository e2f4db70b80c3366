namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>A gateway with an admin token, for the tests of a class; each test has apps of its own.</summary>
public sealed class AdminGateway : IAsyncLifetime
{
    internal GatewayHost Host { get; private set; } = null!;

    internal AdminClient Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = await GatewayHost.StartAsync([AdminClient.Setting]);
        Admin = new AdminClient(Host.Client.BaseAddress!);
    }

    public async Task DisposeAsync()
    {
        Admin.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>What a key may do now: a campaign that is not there is found missing only by those who are let in.</summary>
    internal async Task<HttpResponseMessage> UseAsync(string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/campaigns/none/participants/u") { Headers = { { "X-API-Secret", key } } };
        return await Host.Client.SendAsync(request);
    }

    internal async Task AssertLetInAsync(string key)
    {
        using var answer = await UseAsync(key);
        await Expect.ErrorAsync(answer, 404, "participant_not_found", "Campaign or participant not found");
    }
}
