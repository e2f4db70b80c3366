using CampaignEngine.Gateway.Tests.Reference;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.BadInput;

/// <summary>Every operation of the document, with names in its path that cannot be, and such that nobody has.</summary>
[Collection(SharedGateway.Name)]
public sealed class BadPathTests(GatewayFixture gateway)
{
    private static readonly string[] s_noUserIds = ["%00", "%1F", "%FF", "%C0%AF", "%ED%A0%80", new('x', 256)];

    private static readonly string[] s_nothings = ["none", "UPPER", new('x', 65), "a_b", "%C3%A9", "0199f2a5-7c1e-7d52-9a60-4f2b6f0f9a11", "SUMM-22222222"];

    public static TheoryData<string> OfUsers => With(name => name == "userId");

    public static TheoryData<string> OfOthers => With(name => name != "userId");

    [Theory]
    [MemberData(nameof(OfUsers))]
    public async Task What_cannot_be_a_user_id_is_refused(string id)
    {
        var world = await Preparations.RunAsync(gateway, id);

        foreach (var userId in s_noUserIds)
            await AssertAnswerAsync(400, world, id, "userId", userId);
    }

    [Theory]
    [MemberData(nameof(OfOthers))]
    public async Task What_is_not_there_is_not_found_however_it_is_called(string id)
    {
        var world = await Preparations.RunAsync(gateway, id);

        foreach (var parameter in DescribedRoutes.Get(id).Operation.Parameters.Where(parameter => parameter.In == "path" && parameter.Name != "userId"))
        {
            foreach (var name in s_nothings)
                await AssertAnswerAsync(404, world, id, parameter.Name, name);
        }
    }

    /// <summary>A PUT makes what is not there.</summary>
    private static TheoryData<string> With(Func<string, bool> isMeant) =>
    [
        .. DescribedRoutes.All
            .Where(route => route.Method != "PUT" && route.Operation.Parameters.Any(parameter => parameter.In == "path" && isMeant(parameter.Name)))
            .Select(route => route.Operation.Id),
    ];

    private async Task AssertAnswerAsync(int status, ExampleWorld world, string id, string parameter, string name)
    {
        var route = DescribedRoutes.Get(id);
        var path = route with { Path = route.Path.Replace($"{{{parameter}}}", name, StringComparison.Ordinal) };

        using var answer = await ExampleCall.SendAsync(gateway, world, path, route.Operation.Examples[0]);

        Assert.True(status == (int)answer.StatusCode, $"{path.Path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
