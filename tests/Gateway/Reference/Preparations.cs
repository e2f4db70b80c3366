using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>What must have happened before the examples of an operation: examples of others.</summary>
internal static class Preparations
{
    private static readonly Dictionary<string, (string Operation, string Example)[]> All = new()
    {
        ["getParticipant"] = [("recordEvent", "won")],
        ["findParticipant"] = [("recordEvent", "won")],
        ["getLeaderboard"] = [("recordEvent", "won")],
        ["getStats"] = [("recordEvent", "won")],
        ["setDisplayName"] = [("recordEvent", "won")],
        ["listParticipantEvents"] = [("recordEvent", "won")],
        ["eraseParticipant"] = [("recordEvent", "won")],
        ["eraseNamedParticipant"] = [("recordEvent", "won")],
        ["adjustPoints"] = [("recordEvent", "won")],
        ["excludeParticipant"] = [("recordEvent", "won")],
        ["includeParticipant"] = [("recordEvent", "won")],
        ["listWins"] = [("recordEvent", "won")],
        ["getWin"] = [("recordEvent", "won")],
        ["redeemWin"] = [("recordEvent", "won")],
        ["voidWin"] = [("recordEvent", "won")],
        ["listCodeBatches"] = [("generateCodes", "generated")],
        ["getCodeStats"] = [("generateCodes", "generated")],
        ["revokeCodes"] = [("generateCodes", "generated")],
        ["redeemCode"] = [("generateCodes", "generated")],
        ["recordReferral"] = [("getReferralCode", "code")],
        ["resumeApp"] = [("suspendApp", "suspended")],
        ["listAppAudit"] = [("suspendApp", "suspended")],
        ["listInstallationAudit"] = [("createBackup", "made")],
        ["resumeCampaign"] = [("pauseCampaign", "paused")],
    };

    /// <summary>The app of the examples, with the campaign as the operation finds it.</summary>
    public static async Task<ExampleWorld> RunAsync(GatewayFixture gateway, string id)
    {
        var world = await ExampleWorld.BuildAsync(gateway.Services, StatusFor(id));
        foreach (var (operation, name) in All.GetValueOrDefault(id, []))
        {
            var route = DescribedRoutes.Get(operation);
            var example = route.Operation.Examples.Single(example => example.Name == name);
            using var answer = await ExampleCall.SendAsync(gateway, world, route, example);
            Assert.Equal(route.Operation.Status, (int)answer.StatusCode);
            if (name == "code")
                world.ReferralCode = (await Expect.DataAsync(answer)).GetProperty("referralCode").GetString()!;
            if (name == "won")
                world.WinCode = (await Expect.DataAsync(answer)).GetProperty("instantWin").GetProperty("winCode").GetString()!;
            if (name == "generated")
                world.Code = (await Expect.DataAsync(answer)).GetProperty("codes")[0].GetString()!;
        }

        return world;
    }

    private static CampaignStatus? StatusFor(string id) => id switch
    {
        "putCampaign" => null,
        "activateCampaign" or "deleteCampaign" => CampaignStatus.Draft,
        _ => CampaignStatus.Active,
    };
}
