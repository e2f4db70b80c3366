using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Processes.Tests;

/// <summary>Three silos and two gateways on an Azurite whose data outlives its stops; each test has a campaign of its own.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    public const string Kill = "kill", Rolling = "rolling", Outage = "outage";

    internal Azurite Azurite { get; private set; } = null!;

    internal EngineCluster Cluster { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Azurite.SkipReason is not null)
            return;
        Azurite = await Azurite.StartAsync(keepsData: true);
        Cluster = await EngineCluster.StartAsync(
            Azurite, "One", silos: 3, gateways: 2, new[] { Kill, Rolling, Outage }.ToDictionary(slug => slug, _ => Load.Definition));
    }

    public async Task DisposeAsync()
    {
        if (Cluster is not null)
            await Cluster.DisposeAsync();
        if (Azurite is not null)
            await Azurite.DisposeAsync();
    }
}
