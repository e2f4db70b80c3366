using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>Whoever wrote a client for part one gets what its documentation says.</summary>
[Collection(SharedGateway.Name)]
public sealed class PartOneTests(GatewayFixture gateway)
{
    public static TheoryData<string> Ids => [.. Facts.All.Select(fact => fact.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_documented_fact_holds(string id)
    {
        await PartOneWorld.BuildAsync(gateway);
        await new PartOneClient(gateway).HoldAsync(Facts.All.Single(fact => fact.Id == id));
    }
}
