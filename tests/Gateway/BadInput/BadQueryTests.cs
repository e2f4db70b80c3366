using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Reference;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.BadInput;

/// <summary>Every list of the document, with limits and cursors that nobody gave out.</summary>
[Collection(SharedGateway.Name)]
public sealed class BadQueryTests(GatewayFixture gateway)
{
    private static readonly string[] s_badLimits = ["0", "-1", "ten", "1.5", "", "+5", "00", "%D9%A5"];

    private static readonly string[] s_largeLimits = ["101", "1000000", "99999999999999999999999999"];

    private static readonly string[] s_madeUp = ["", "x", "5", "-1", "null", "summer-promo", "AAAAAAAAAAAA", "0199f2a5-7c1e-7d52-9a60-4f2b6f0f9a11", new('A', 4000)];

    public static TheoryData<string> Limited => With(ApiParameter.Limit.Name);

    public static TheoryData<string> Paged => With(ApiParameter.Cursor.Name);

    [Theory]
    [MemberData(nameof(Limited))]
    public async Task A_limit_that_is_no_number_above_0_is_refused_and_a_large_one_is_cut(string id)
    {
        var world = await Preparations.RunAsync(gateway, id);

        foreach (var limit in s_badLimits)
            await AssertAnswerAsync(400, world, id, $"limit={limit}");
        await AssertAnswerAsync(400, world, id, "limit=1&limit=2");
        foreach (var limit in s_largeLimits)
            await AssertAnswerAsync(200, world, id, $"limit={limit}");
    }

    [Theory]
    [MemberData(nameof(Paged))]
    public async Task A_cursor_that_nobody_gave_out_is_refused(string id)
    {
        var world = await Preparations.RunAsync(gateway, id);

        foreach (var cursor in s_madeUp)
            await AssertAnswerAsync(400, world, id, $"cursor={cursor}");
    }

    /// <summary>Of the apps, which are many here, and of an audit, whose positions are numbers as those of other lists are.</summary>
    [Theory]
    [MemberData(nameof(Paged))]
    public async Task A_cursor_of_another_list_is_refused(string id)
    {
        var world = await Preparations.RunAsync(gateway, id);
        string[] others = [await CursorAsync(world, "listApps"), await CursorAsync(await Preparations.RunAsync(gateway, "resumeCampaign"), "listAudit")];

        foreach (var cursor in others.Where((_, index) => (index == 0) != (id == "listApps")))
            await AssertAnswerAsync(400, world, id, $"cursor={cursor}");
    }

    private static TheoryData<string> With(string parameter) =>
    [
        .. DescribedRoutes.All
            .Where(route => route.Operation.Parameters.Any(known => known.In == "query" && known.Name == parameter))
            .Select(route => route.Operation.Id),
    ];

    private async Task<string> CursorAsync(ExampleWorld world, string id)
    {
        using var page = await SendAsync(world, id, "limit=1");
        return (await Expect.DataAsync(page)).Text("nextCursor")!;
    }

    private async Task AssertAnswerAsync(int status, ExampleWorld world, string id, string query)
    {
        using var answer = await SendAsync(world, id, query);
        Assert.True(status == (int)answer.StatusCode, $"{query}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private Task<HttpResponseMessage> SendAsync(ExampleWorld world, string id, string query)
    {
        var route = DescribedRoutes.Get(id);
        return ExampleCall.SendAsync(gateway, world, route, route.Operation.Examples[0] with { Query = query });
    }
}
