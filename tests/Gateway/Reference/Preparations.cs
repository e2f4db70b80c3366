using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>What must have happened before the examples of an operation: examples of others.</summary>
internal static class Preparations
{
    private static readonly Dictionary<string, (string Operation, string Example)[]> All = new()
    {
        ["getParticipant"] = [("recordEvent", "won")],
        ["findParticipant"] = [("recordEvent", "won")],
    };

    public static async Task RunAsync(GatewayFixture gateway, ExampleWorld world, string id)
    {
        foreach (var (operation, name) in All.GetValueOrDefault(id, []))
        {
            var route = DescribedRoutes.Get(operation);
            var example = route.Operation.Examples.Single(example => example.Name == name);
            using var answer = await ExampleCall.SendAsync(gateway, world, route, example);
            Assert.Equal(route.Operation.Status, (int)answer.StatusCode);
        }
    }
}
