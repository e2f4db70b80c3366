using System.Text.RegularExpressions;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Reference;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.BadInput;

/// <summary>A stranger with a good key learns nothing of what others have.</summary>
[Collection(SharedGateway.Name)]
public sealed partial class OtherAppTests(GatewayFixture gateway)
{
    private const string Nowhere = "nowhere-at-all";

    private static readonly string[] s_shownCodes = [ExampleWorld.ShownWinCode, ExampleWorld.ShownCode, ExampleWorld.ShownReferralCode];

    /// <summary>Whatever names a campaign, in path, query or body. A PUT makes one, in the stranger's own app.</summary>
    public static TheoryData<string> Ids =>
    [
        .. DescribedRoutes.All
            .Where(route => route.Operation.Access is ApiAccess.EventsKey or ApiAccess.ManageKey && route.Operation.Id != "putCampaign")
            .Where(route => route.Operation.Examples.Any(example => Place(route, example) != Place(Elsewhere(route), Elsewhere(example))))
            .Select(route => route.Operation.Id),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Their_campaign_answers_like_one_that_does_not_exist(string id)
    {
        var route = DescribedRoutes.Get(id);
        var owner = await Preparations.RunAsync(gateway, id);
        var stranger = await ExampleWorld.BuildAsync(gateway.Services, status: null);
        var key = route.Operation.Access == ApiAccess.EventsKey ? stranger.EventsKey : stranger.ManageKey;

        foreach (var example in route.Operation.Examples)
        {
            using var theirs = await ExampleCall.SendAsync(gateway, owner, route, example, key);
            using var nobodys = await ExampleCall.SendAsync(gateway, owner, Elsewhere(route), Elsewhere(example), key);

            Assert.Equal(404, (int)theirs.StatusCode);
            Assert.Equal(await WithoutRequestIdAsync(nobodys), await WithoutRequestIdAsync(theirs));
        }
    }

    /// <summary>Codes of theirs, sent to a campaign of the stranger's own.</summary>
    public static TheoryData<string> IdsWithCodes =>
    [
        .. DescribedRoutes.All
            .Where(route => route.Operation.Examples.Any(example => s_shownCodes.Any(Place(route, example).Contains)))
            .Select(route => route.Operation.Id),
    ];

    [Theory]
    [MemberData(nameof(IdsWithCodes))]
    public async Task Their_codes_answer_like_ones_that_were_made_up(string id)
    {
        var route = DescribedRoutes.Get(id);
        var owner = await Preparations.RunAsync(gateway, id);
        var stranger = await ExampleWorld.BuildAsync(gateway.Services);
        var key = route.Operation.Access == ApiAccess.EventsKey ? stranger.EventsKey : stranger.ManageKey;
        var example = route.Operation.Examples.First(example => s_shownCodes.Any(Place(route, example).Contains));

        using var theirs = await ExampleCall.SendAsync(gateway, owner, route, example, key);
        using var nobodys = await ExampleCall.SendAsync(gateway, stranger, route, example, key);

        Assert.Equal(404, (int)theirs.StatusCode);
        Assert.Equal(await WithoutRequestIdAsync(nobodys), await WithoutRequestIdAsync(theirs));
    }

    private static string Place(DescribedRoute route, ApiExample example) => ExampleUrl.Of(route, example) + example.Request;

    private static DescribedRoute Elsewhere(DescribedRoute route) => route with
    {
        Operation = route.Operation with
        {
            Parameters =
            [
                .. route.Operation.Parameters.Select(parameter => parameter.Example == ExampleWorld.Slug ? parameter with { Example = Nowhere } : parameter),
            ],
        },
    };

    private static ApiExample Elsewhere(ApiExample example) => example with
    {
        Request = example.Request?.Replace(ExampleWorld.Slug, Nowhere, StringComparison.Ordinal),
        Query = example.Query?.Replace(ExampleWorld.Slug, Nowhere, StringComparison.Ordinal),
    };

    private static async Task<string> WithoutRequestIdAsync(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode} {RequestId().Replace(await answer.Content.ReadAsStringAsync(), "")}";

    [GeneratedRegex("\"requestId\":\"[^\"]*\"")]
    private static partial Regex RequestId();
}
