using System.Text.Json;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>Sends what the reference shows to a real gateway, and holds what comes back against what it shows.</summary>
[Collection(SharedGateway.Name)]
public sealed class ExampleTests(GatewayFixture gateway)
{
    [Theory]
    [MemberData(nameof(DescribedRoutes.Ids), MemberType = typeof(DescribedRoutes))]
    public async Task Every_example_is_answered_as_it_shows(string id)
    {
        var route = DescribedRoutes.Get(id);
        var world = await Preparations.RunAsync(gateway, id);

        foreach (var example in route.Operation.Examples)
        {
            using var answer = await ExampleCall.SendAsync(gateway, world, route, example);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(route.Operation.Status == (int)answer.StatusCode, $"{example.Name}: {(int)answer.StatusCode} {text}");
            if (example.Answer is null)
            {
                Assert.Empty(text);
                continue;
            }

            Assert.Equal(example.AnswerMediaType, answer.Content.Headers.ContentType!.MediaType);
            HoldAgainst(route, example, text);
        }
    }

    [Theory]
    [MemberData(nameof(DescribedRoutes.GuardedIds), MemberType = typeof(DescribedRoutes))]
    public async Task A_route_lets_in_whom_it_says_and_nobody_else(string id)
    {
        var route = DescribedRoutes.Get(id);
        var example = route.Operation.Examples[0];
        var world = await ExampleWorld.BuildAsync(gateway.Services);
        var other = route.Operation.Access == ApiAccess.EventsKey ? world.ManageKey : world.EventsKey;

        using var nobody = await ExampleCall.SendAsync(gateway, world, route, example, "");
        using var stranger = await ExampleCall.SendAsync(gateway, world, route, example, other);

        Assert.Equal(401, (int)nobody.StatusCode);
        // Wrong admin tokens are counted, whatever the route.
        int[] refusals = route.Operation.Access == ApiAccess.AdminToken ? [401, 429] : [403];
        Assert.Contains((int)stranger.StatusCode, refusals);
    }

    private static void HoldAgainst(DescribedRoute route, ApiExample example, string text)
    {
        var body = route.Operation.Answers.Single(body => body.MediaType == example.AnswerMediaType);
        if (body.MediaType == "application/x-ndjson")
        {
            Assert.Equal(FirstAndLast(example.Answer!), FirstAndLast(text));
            return;
        }

        if (body.MediaType != ApiBody.Json)
        {
            Assert.Contains(example.Answer!, text, StringComparison.Ordinal);
            return;
        }

        Assert.Empty(ReferenceDocument.Violations(ReferenceDocument.ResponseOf(route, route.Operation.Status, body.MediaType)["schema"]!, text));
        if (body.IsBare)
            return;

        using var document = JsonDocument.Parse(text);
        Assert.Equal(JsonShape.Of(example.Answer!), JsonShape.Of(document.RootElement.GetProperty("data")));
    }

    private static (string First, string Last) FirstAndLast(string lines)
    {
        var all = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (JsonShape.Of(all[0]), JsonShape.Of(all[^1]));
    }
}
