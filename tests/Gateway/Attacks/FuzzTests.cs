using System.Globalization;
using CampaignEngine.Gateway.Tests.Attacks.Fuzzing;
using CampaignEngine.Gateway.Tests.Reference;
using CampaignEngine.Gateway.Tests.Support;
using Xunit.Abstractions;

namespace CampaignEngine.Gateway.Tests.Attacks;

/// <summary>Broken requests to every operation of the document, made from its examples by a seed.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int RequestsPerWorld = 100;

    /// <summary>How many, in all.</summary>
    private static readonly int s_requests = Setting("CAMPAIGN_FUZZ_REQUESTS", Heavy.Count(light: 6_000, heavy: 20_000));

    private static readonly int s_seed = Setting("CAMPAIGN_FUZZ_SEED", 1);

    [Fact]
    public async Task Nothing_breaks_it_and_what_it_refuses_leaves_nothing_behind()
    {
        var perRound = DescribedRoutes.All.Count * RequestsPerWorld;
        var statuses = new SortedDictionary<int, int>();
        for (var sent = 0; sent < s_requests; sent += perRound)
        {
            // Each with a gateway of its own: the worlds of many rounds are more apps than one may have.
            var gateway = new FuzzedGateway();
            await gateway.InitializeAsync();
            var round = new FuzzRound(gateway, s_seed + sent, RequestsPerWorld);
            await round.SendAllAsync();
            Assert.True(round.Violations.Count == 0, $"{round.Violations.Count} of {perRound}:\n{string.Join('\n', round.Violations.Take(20))}");
            await round.AssertRefusedLeaveNothingAsync();
            await gateway.DisposeAsync();
            foreach (var (status, count) in round.Statuses)
                statuses[status] = statuses.GetValueOrDefault(status) + count;
        }

        output.WriteLine(string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}")));
        // Or it would have been refused for something that has nothing to do with what was broken.
        Assert.InRange(statuses.GetValueOrDefault(200), s_requests / 20, s_requests / 2);
        Assert.InRange(statuses.GetValueOrDefault(400), s_requests / 10, s_requests);
    }

    private static int Setting(string name, int unless) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : unless;
}
