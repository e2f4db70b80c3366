using System.Text.RegularExpressions;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Reference;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Attacks;

/// <summary>Keys that do not open, at every operation of the document.</summary>
[Collection(SharedGateway.Name)]
public sealed partial class KeysEverywhereTests(GatewayFixture gateway)
{
    private static readonly (string Key, int Status, string Error)[] s_refused =
    [
        (TestKeys.Unknown, 401, "invalid_api_key"),
        (TestKeys.Misnamed, 401, "invalid_api_key"),
        (TestKeys.Test.Replace("test", "live", StringComparison.Ordinal), 401, "invalid_api_key"),
        (AdminClient.Token, 401, "invalid_api_key"),
        (TestKeys.Revoked, 403, "api_key_revoked"),
        (TestKeys.InactiveApp, 403, "application_not_active"),
    ];

    public static TheoryData<string> WithKey =>
        [.. DescribedRoutes.All.Where(route => route.Operation.Access is ApiAccess.EventsKey or ApiAccess.ManageKey).Select(route => route.Operation.Id)];

    public static TheoryData<string> OfCampaigns =>
        [.. DescribedRoutes.All.Where(route => route.Operation.Parameters.Contains(ApiParameter.Slug) && route.Method != "PUT").Select(route => route.Operation.Id)];

    [Theory]
    [MemberData(nameof(WithKey))]
    public async Task No_operation_lets_in_a_key_that_opens_nothing(string id)
    {
        var route = DescribedRoutes.Get(id);
        var world = await Preparations.RunAsync(gateway, id);
        var entries = await gateway.CountEntriesAsync();

        foreach (var (key, status, error) in s_refused)
        {
            using var answer = await ExampleCall.SendAsync(gateway, world, route, route.Operation.Examples[0], key);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Contains($"\"error\":\"{error}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(entries, await gateway.CountEntriesAsync());
    }

    /// <summary>A key of the same app, for the other environment, with both scopes.</summary>
    [Theory]
    [MemberData(nameof(OfCampaigns))]
    public async Task A_live_key_finds_nothing_of_the_test_environment(string id)
    {
        var route = DescribedRoutes.Get(id);
        await gateway.World.ActivateAsync(ExampleWorld.Slug + id.ToLowerInvariant(), Definitions.InstantWin("1"));
        await gateway.RefreshAsync();
        var world = await ExampleWorld.BuildAsync(gateway.Services, status: null);

        using var theirs = await SendAsync(ExampleWorld.Slug + id.ToLowerInvariant());
        using var nobodys = await SendAsync("nowhere-at-all");

        Assert.Equal(404, (int)theirs.StatusCode);
        Assert.Equal(await WithoutRequestIdAsync(nobodys), await WithoutRequestIdAsync(theirs));

        Task<HttpResponseMessage> SendAsync(string slug) => ExampleCall.SendAsync(
            gateway, world, route with { Path = route.Path.Replace("{slug}", slug, StringComparison.Ordinal) }, route.Operation.Examples[0], TestKeys.Live);
    }

    private static async Task<string> WithoutRequestIdAsync(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode} {RequestId().Replace(await answer.Content.ReadAsStringAsync(), "")}";

    [GeneratedRegex("\"requestId\":\"[^\"]*\"")]
    private static partial Regex RequestId();
}
