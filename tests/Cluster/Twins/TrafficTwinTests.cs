using CampaignEngine.Cluster.Tests.Histories;
using Xunit.Abstractions;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>
/// The random traffic and the faults of <see cref="FaultedTrafficTests"/>, which know of no bug, find these by themselves,
/// each many times over. The others take too long here, or need two rare things to come together, which
/// <see cref="TwinTests"/> sees to.
/// </summary>
public sealed class TrafficTwinTests(ITestOutputHelper output)
{
    private const int Seed = 1;

    private static readonly Traffic s_traffic = new(events: 600);

    [Theory]
    [InlineData(nameof(AnswersBeforeCommit), "I4")]
    [InlineData(nameof(NoUniqueKeys), "I6")]
    [InlineData(nameof(CapsNotJournalled), "I7")]
    [InlineData(nameof(ServesWhatFailed), "I1")]
    [InlineData(nameof(EvaluatesReplays), "I8")]
    [InlineData(nameof(ForgetsEventIds), "I6")]
    public async Task Random_traffic_catches_a_broken_twin(string name, string invariant)
    {
        var twin = TwinTests.Make(name);

        var record = await Stage.PlayAsync(twin, isBroken: true, s_traffic.Definition, stage => SendAsync(stage, twin));

        var violations = Invariants.Violations(record);
        output.WriteLine(string.Join(", ", violations.GroupBy(violation => violation.Split(':')[0]).Select(kind => $"{kind.Key}: {kind.Count()}")));
        Assert.Contains(violations, violation => violation.StartsWith($"{invariant}:", StringComparison.Ordinal));
    }

    private static async Task SendAsync(Stage stage, Twin twin)
    {
        var first = stage.Engine;
        var second = twin.IsAlone ? first : await stage.AddEngineAsync();
        new RandomFaults(Seed).Start(stage.Journal, stage.Watched);
        if (twin.IsAlone)
            stage.Watched.IsLate = null; // What is written late is fenced by what another process wrote.
        await s_traffic.SendAsync(first, second, stage.Campaign, stage.Clients, Seed);
        await RandomFaults.HealAsync(stage.Journal, stage.Watched);
    }
}
