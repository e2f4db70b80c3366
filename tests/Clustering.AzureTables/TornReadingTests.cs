using CampaignEngine.Clustering.AzureTables.Tests.Storage;
using Orleans.Storage;

namespace CampaignEngine.Clustering.AzureTables.Tests;

/// <summary>The table changes between two pages of a reading.</summary>
[Collection(AzuriteTests.Name)]
public class TornReadingTests(AzuriteFixture azurite)
{
    private readonly TestTable table = new(azurite);

    [AzuriteFact]
    public async Task A_reading_with_a_change_between_its_pages_is_done_again()
    {
        await NewClusterAsync(silos: 3);
        var transport = new HookedTransport
        {
            // After the first page (the fence and the first silo), silo 1 is declared dead.
            After = (_, number) => number == 1 ? DeclareDeadAsync(1) : Task.CompletedTask,
        };

        var read = await table.Membership(through: transport, rowsPerPage: 2).ReadAllAsync();

        Assert.Equal(4, read.Version.Version);
        Assert.Equal(SiloStatus.Dead, StatusOf(read, 1));
        Assert.Equal(6, transport.Requests);
    }

    [AzuriteFact]
    public async Task A_change_before_the_last_page_is_seen_too()
    {
        await NewClusterAsync(silos: 3);
        var transport = new HookedTransport
        {
            // Before the last page, which has the upper fence alone: without it, versions of all rows read would agree.
            Before = (_, number) => number == 6 ? DeclareDeadAsync(1) : Task.CompletedTask,
        };

        var read = await table.Membership(through: transport, rowsPerPage: 1).ReadAllAsync();

        Assert.Equal(SiloStatus.Dead, StatusOf(read, 1));
        Assert.Equal(4, read.Version.Version);
    }

    [AzuriteFact]
    public async Task A_heartbeat_between_pages_is_no_change()
    {
        await NewClusterAsync(silos: 3);
        var transport = new HookedTransport
        {
            After = (_, number) => number == 1 ? table.Membership().UpdateIAmAliveAsync(Silos.Entry(3)) : Task.CompletedTask,
        };

        await table.Membership(through: transport, rowsPerPage: 2).ReadAllAsync();

        Assert.Equal(3, transport.Requests);
    }

    [AzuriteFact]
    public async Task A_table_that_changes_during_every_reading_is_given_up_after_five()
    {
        await NewClusterAsync(silos: 1);
        var transport = new HookedTransport { After = (_, number) => number % 2 == 1 ? DeclareDeadAsync(1) : Task.CompletedTask };

        var failure = await Assert.ThrowsAsync<InconsistentStateException>(
            () => table.Membership(through: transport, rowsPerPage: 2).ReadAllAsync());

        Assert.Contains("5 readings", failure.Message, StringComparison.Ordinal);
        Assert.Equal(10, transport.Requests);
    }

    [AzuriteFact]
    public async Task One_silo_is_read_as_carefully()
    {
        await NewClusterAsync(silos: 1);
        var transport = new HookedTransport { After = (_, number) => number == 1 ? DeclareDeadAsync(1) : Task.CompletedTask };

        var read = await table.Membership(through: transport, rowsPerPage: 2).ReadRowAsync(Silos.Address(1));

        Assert.Equal((2, SiloStatus.Dead), (read.Version.Version, StatusOf(read, 1)));
        Assert.Equal(4, transport.Requests);
    }

    private async Task NewClusterAsync(int silos)
    {
        var membership = await table.NewClusterAsync();
        foreach (var silo in Enumerable.Range(1, silos))
            Assert.True(await membership.InsertRowAsync(Silos.Entry(silo), (await membership.ReadAllAsync()).Version.Next()));
    }

    private async Task DeclareDeadAsync(int silo)
    {
        var membership = table.Membership();
        var read = await membership.ReadAllAsync();
        Assert.True(await membership.UpdateRowAsync(Silos.Entry(silo, SiloStatus.Dead), read.Version.VersionEtag, read.Version.Next()));
    }

    private static SiloStatus StatusOf(MembershipTableData read, int silo) =>
        read.Members.Single(member => member.Item1.SiloAddress.Equals(Silos.Address(silo))).Item1.Status;
}
