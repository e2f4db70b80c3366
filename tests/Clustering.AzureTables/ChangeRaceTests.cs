using CampaignEngine.Clustering.AzureTables.Tests.Storage;

namespace CampaignEngine.Clustering.AzureTables.Tests;

/// <summary>What happens to a change on its way.</summary>
[Collection(AzuriteTests.Name)]
public class ChangeRaceTests(AzuriteFixture azurite)
{
    private readonly TestTable table = new(azurite);

    [AzuriteFact]
    public async Task A_change_whose_answer_is_lost_fails_and_is_not_called_refused()
    {
        var plain = await ClusterOfOneAsync();
        var read = await plain.ReadAllAsync();
        var transport = new HookedTransport
        {
            After = (request, _) => HookedTransport.IsTransaction(request) ? throw new IOException("Lost.") : Task.CompletedTask,
        };

        await Assert.ThrowsAnyAsync<Exception>(() => table.Membership(through: transport).UpdateRowAsync(
            Silos.Entry(1, SiloStatus.Dead), read.Version.VersionEtag, read.Version.Next()));

        Assert.Equal(1, transport.Requests);
        var after = await plain.ReadAllAsync();
        Assert.Equal((2, SiloStatus.Dead), (after.Version.Version, Assert.Single(after.Members).Item1.Status));
        Assert.False(await plain.UpdateRowAsync(Silos.Entry(1), read.Version.VersionEtag, read.Version.Next()));
    }

    [AzuriteFact]
    public async Task A_change_that_another_one_overtakes_is_refused_and_changes_nothing()
    {
        var plain = await ClusterOfOneAsync();
        var read = await plain.ReadAllAsync();
        var transport = new HookedTransport
        {
            Before = async (request, number) =>
            {
                if (number == 1 && HookedTransport.IsTransaction(request))
                    Assert.True(await plain.InsertRowAsync(Silos.Entry(2), read.Version.Next()));
            },
        };

        Assert.False(await table.Membership(through: transport).UpdateRowAsync(
            Silos.Entry(1, SiloStatus.Dead), read.Version.VersionEtag, read.Version.Next()));

        var after = await plain.ReadAllAsync();
        Assert.Equal(2, after.Version.Version);
        Assert.All(after.Members, member => Assert.Equal(SiloStatus.Active, member.Item1.Status));
        Assert.Equal(2, after.Members.Count);
    }

    [AzuriteFact]
    public async Task A_heartbeat_that_overtakes_a_change_does_not_stop_it()
    {
        var plain = await ClusterOfOneAsync();
        var read = await plain.ReadAllAsync();
        var transport = new HookedTransport
        {
            Before = (request, _) => HookedTransport.IsTransaction(request) ? plain.UpdateIAmAliveAsync(Silos.Entry(1)) : Task.CompletedTask,
        };

        Assert.True(await table.Membership(through: transport).UpdateRowAsync(
            Silos.Entry(1, SiloStatus.Dead), read.Version.VersionEtag, read.Version.Next()));
    }

    [AzuriteFact]
    public async Task A_heartbeat_whose_answer_is_lost_is_sent_again()
    {
        var plain = await ClusterOfOneAsync();
        var transport = new HookedTransport { After = (_, number) => number == 1 ? throw new IOException("Lost.") : Task.CompletedTask };
        var beat = Silos.Entry(1);
        beat.IAmAliveTime = Silos.Start.AddMinutes(3);

        await table.Membership(through: transport).UpdateIAmAliveAsync(beat);

        Assert.Equal(2, transport.Requests);
        Assert.Equal(beat.IAmAliveTime, Assert.Single((await plain.ReadAllAsync()).Members).Item1.IAmAliveTime);
    }

    [AzuriteFact]
    public async Task A_silo_that_starts_while_another_makes_the_cluster_joins_it()
    {
        var transport = new HookedTransport
        {
            Before = async (request, _) =>
            {
                if (HookedTransport.IsTransaction(request))
                    await table.NewClusterAsync();
            },
        };

        await table.Membership(through: transport).InitializeMembershipTableAsync(true);

        Assert.Equal(0, (await table.Membership().ReadAllAsync()).Version.Version);
    }

    private async Task<AzureTablesMembership> ClusterOfOneAsync()
    {
        var membership = await table.NewClusterAsync();
        Assert.True(await membership.InsertRowAsync(Silos.Entry(1), (await membership.ReadAllAsync()).Version.Next()));
        return membership;
    }
}
