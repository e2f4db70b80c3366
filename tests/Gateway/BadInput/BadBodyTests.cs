using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Reference;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.BadInput;

/// <summary>Every body of the document, with each of its limits broken. Definitions have tests of their own.</summary>
[Collection(SharedGateway.Name)]
public sealed class BadBodyTests(GatewayFixture gateway)
{
    public static TheoryData<string> Ids =>
    [
        .. DescribedRoutes.All
            .Where(route => route.Operation.Requests.Any(body => body is { MediaType: ApiBody.Json, Type: not null }))
            .Select(route => route.Operation.Id),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Whatever_a_schema_demands_is_demanded_and_nothing_is_recorded(string id)
    {
        var route = DescribedRoutes.Get(id);
        var world = await Preparations.RunAsync(gateway, id);
        var entries = await gateway.CountEntriesAsync();

        foreach (var example in route.Operation.Examples.Where(example => example is { Request: not null, RequestMediaType: ApiBody.Json }))
        {
            var good = JsonNode.Parse(example.Request!)!.AsObject();
            foreach (var (what, body) in BadBodies.Of(ReferenceDocument.RequestOf(route, ApiBody.Json)["schema"]!, good))
            {
                using var answer = await ExampleCall.SendAsync(gateway, world, route, example with { Request = body.ToJsonString() });
                Assert.True(400 == (int)answer.StatusCode, $"{what}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        }

        Assert.Equal(entries, await gateway.CountEntriesAsync());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_is_no_object_is_refused(string id)
    {
        var route = DescribedRoutes.Get(id);
        var world = await Preparations.RunAsync(gateway, id);
        var example = route.Operation.Examples.First(example => example is { Request: not null, RequestMediaType: ApiBody.Json });

        foreach (var body in new[] { "null", "[]", "7", "\"x\"", "{", example.Request + "x", example.Request + example.Request })
        {
            using var answer = await ExampleCall.SendAsync(gateway, world, route, example with { Request = body });
            Assert.True(400 == (int)answer.StatusCode, $"{body}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
