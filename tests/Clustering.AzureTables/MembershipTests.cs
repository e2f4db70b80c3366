using Azure;
using Azure.Data.Tables;
using CampaignEngine.Clustering.AzureTables.Tests.Storage;

namespace CampaignEngine.Clustering.AzureTables.Tests;

[Collection(AzuriteTests.Name)]
public class MembershipTests(AzuriteFixture azurite)
{
    private TestTable table = null!;
    private AzureTablesMembership membership = null!;

    [AzuriteFact]
    public async Task A_new_cluster_has_version_0_and_no_silos()
    {
        await NewCluster();

        var read = await membership.ReadAllAsync();

        Assert.Equal(0, read.Version.Version);
        Assert.NotEmpty(read.Version.VersionEtag);
        Assert.Empty(read.Members);
    }

    [AzuriteFact]
    public async Task Initializing_again_keeps_what_is_there()
    {
        await NewCluster();
        await Insert(1);

        await membership.InitializeMembershipTableAsync(true);

        Assert.Equal((1, 1), await VersionAndCount());
    }

    [AzuriteFact]
    public async Task Eight_silos_that_start_together_make_one_cluster()
    {
        table = new TestTable(azurite);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => table.Membership().InitializeMembershipTableAsync(true)));

        Assert.Equal(0, (await table.Membership().ReadAllAsync()).Version.Version);
    }

    [AzuriteFact]
    public async Task Without_the_version_row_reading_says_what_is_missing()
    {
        table = new TestTable(azurite);
        await table.Membership().InitializeMembershipTableAsync(false);

        var failure = await Assert.ThrowsAsync<OrleansException>(() => table.Membership().ReadAllAsync());

        Assert.Contains("VersionRow", failure.Message, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Without_a_fence_reading_says_what_is_missing()
    {
        foreach (var fence in (string[])["!Start", "~End"])
        {
            await NewCluster();
            await table.Client.DeleteEntityAsync("one", fence);

            var failure = await Assert.ThrowsAsync<OrleansException>(() => membership.ReadAllAsync());

            Assert.Contains(fence, failure.Message, StringComparison.Ordinal);
        }
    }

    [AzuriteFact]
    public async Task Every_change_raises_the_version_by_one()
    {
        await NewCluster();

        Assert.True(await Insert(1));
        Assert.Equal((1, 1), await VersionAndCount());
        Assert.True(await Insert(2));
        Assert.Equal((2, 2), await VersionAndCount());
        Assert.True(await Update(Silos.Entry(1, SiloStatus.ShuttingDown)));
        Assert.Equal((3, 2), await VersionAndCount());
        Assert.Equal(SiloStatus.ShuttingDown, await StatusOf(1));
    }

    [AzuriteFact]
    public async Task A_silos_etag_is_the_versions()
    {
        await NewCluster();
        await Insert(1);
        await Insert(2);

        var read = await membership.ReadAllAsync();
        var one = await membership.ReadRowAsync(Silos.Address(1));

        Assert.All(read.Members, member => Assert.Equal(read.Version.VersionEtag, member.Item2));
        Assert.Equal(read.Version.VersionEtag, Assert.Single(one.Members).Item2);
    }

    [AzuriteFact]
    public async Task An_insert_from_an_old_version_is_refused_and_changes_nothing()
    {
        await NewCluster();
        var old = (await membership.ReadAllAsync()).Version;
        await Insert(1);

        Assert.False(await membership.InsertRowAsync(Silos.Entry(2), old.Next()));

        Assert.Equal((1, 1), await VersionAndCount());
    }

    [AzuriteFact]
    public async Task An_insert_of_a_silo_that_is_there_is_refused_and_changes_nothing()
    {
        await NewCluster();
        await Insert(1);

        Assert.False(await membership.InsertRowAsync(
            Silos.Entry(1, SiloStatus.Dead), (await membership.ReadAllAsync()).Version.Next()));

        Assert.Equal((1, 1), await VersionAndCount());
        Assert.Equal(SiloStatus.Active, await StatusOf(1));
    }

    [AzuriteFact]
    public async Task An_update_from_an_old_version_is_refused_and_changes_nothing()
    {
        await NewCluster();
        await Insert(1);
        var old = await membership.ReadAllAsync();
        await Insert(2);

        Assert.False(await membership.UpdateRowAsync(
            Silos.Entry(1, SiloStatus.Dead), old.Version.VersionEtag, old.Version.Next()));

        Assert.Equal((2, 2), await VersionAndCount());
        Assert.Equal(SiloStatus.Active, await StatusOf(1));
    }

    [AzuriteFact]
    public async Task The_same_update_twice_is_refused_the_second_time()
    {
        await NewCluster();
        await Insert(1);
        var read = await membership.ReadAllAsync();

        Assert.True(await membership.UpdateRowAsync(Silos.Entry(1), read.Version.VersionEtag, read.Version.Next()));
        Assert.False(await membership.UpdateRowAsync(Silos.Entry(1), read.Version.VersionEtag, read.Version.Next()));

        Assert.Equal((2, 1), await VersionAndCount());
    }

    [AzuriteFact]
    public async Task An_update_with_a_row_of_an_older_reading_is_refused()
    {
        await NewCluster();
        await Insert(1);
        var old = await membership.ReadAllAsync();
        await Insert(2);
        var read = await membership.ReadAllAsync();

        Assert.False(await membership.UpdateRowAsync(
            Silos.Entry(1, SiloStatus.Dead), old.Version.VersionEtag, read.Version.Next()));

        Assert.Equal(SiloStatus.Active, await StatusOf(1));
    }

    [AzuriteFact]
    public async Task An_update_of_a_silo_that_is_not_there_is_refused_and_changes_nothing()
    {
        await NewCluster();
        await Insert(1);

        Assert.False(await Update(Silos.Entry(2)));

        Assert.Equal((1, 1), await VersionAndCount());
    }

    [AzuriteFact]
    public async Task An_etag_that_would_match_anything_is_refused()
    {
        await NewCluster();
        await Insert(1);

        foreach (var etag in (string[])["*", "", "W/\"\"", "nonsense", null!])
        {
            Assert.False(await membership.InsertRowAsync(Silos.Entry(2), new TableVersion(2, etag)));
            Assert.False(await membership.UpdateRowAsync(Silos.Entry(1, SiloStatus.Dead), etag, new TableVersion(2, etag)));
        }

        Assert.Equal((1, 1), await VersionAndCount());
    }

    [AzuriteFact]
    public async Task Of_ten_changes_from_the_same_version_one_is_made()
    {
        await NewCluster();
        var next = (await membership.ReadAllAsync()).Version.Next();

        var made = await Task.WhenAll(Enumerable.Range(1, 10).Select(silo => table.Membership().InsertRowAsync(Silos.Entry(silo), next)));

        Assert.Single(made, done => done);
        Assert.Equal((1, 1), await VersionAndCount());
    }

    [AzuriteFact]
    public async Task A_heartbeat_does_not_invalidate_what_was_read()
    {
        await NewCluster();
        await Insert(1);
        var read = await membership.ReadAllAsync();

        var beat = Silos.Entry(1, SiloStatus.Dead);
        beat.IAmAliveTime = Silos.Start.AddMinutes(9);
        await membership.UpdateIAmAliveAsync(beat);

        var after = await membership.ReadAllAsync();
        Assert.Equal(read.Version, after.Version);
        var member = Assert.Single(after.Members).Item1;
        Assert.Equal((SiloStatus.Active, Silos.Start.AddMinutes(9), "silo-1"), (member.Status, member.IAmAliveTime, member.SiloName));
        Assert.True(await membership.UpdateRowAsync(
            Silos.Entry(1, SiloStatus.Dead), Assert.Single(read.Members).Item2, read.Version.Next()));
    }

    [AzuriteFact]
    public async Task A_heartbeat_of_a_silo_that_is_gone_fails_and_makes_no_row()
    {
        await NewCluster();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => membership.UpdateIAmAliveAsync(Silos.Entry(1)));

        Assert.Equal(404, failure.Status);
        Assert.Equal((0, 0), await VersionAndCount());
    }

    [AzuriteFact]
    public async Task One_silo_is_read_with_the_version()
    {
        await NewCluster();
        await Insert(1);
        await Insert(2);

        var there = await membership.ReadRowAsync(Silos.Address(2));
        var missing = await membership.ReadRowAsync(Silos.Address(3));

        Assert.Equal(Silos.Address(2), Assert.Single(there.Members).Item1.SiloAddress);
        Assert.Equal(2, there.Version.Version);
        Assert.Empty(missing.Members);
        Assert.Equal(there.Version, missing.Version);
    }

    [AzuriteFact]
    public async Task A_reading_of_many_pages_is_whole()
    {
        await NewCluster();
        foreach (var silo in Enumerable.Range(1, 7))
            await Insert(silo);

        foreach (var rowsPerPage in (int[])[1, 2, 3, 9, 10, 11])
        {
            var read = await table.Membership(rowsPerPage: rowsPerPage).ReadAllAsync();

            Assert.Equal(7, read.Version.Version);
            Assert.Equal(
                Enumerable.Range(1, 7).Select(Silos.Address).ToHashSet(), read.Members.Select(member => member.Item1.SiloAddress).ToHashSet());
        }
    }

    [AzuriteFact]
    public async Task A_row_that_is_no_silo_is_left_out()
    {
        await NewCluster();
        await Insert(1);
        await table.Client.AddEntityAsync(new TableEntity("one", "Settings") { ["Value"] = "1" });

        Assert.Equal((1, 1), await VersionAndCount());
    }

    [AzuriteFact]
    public async Task A_second_cluster_in_the_table_does_not_see_the_first()
    {
        await NewCluster();
        await Insert(1);
        var second = await table.NewClusterAsync("two");

        Assert.Empty((await second.ReadAllAsync()).Members);
        Assert.Empty((await second.ReadRowAsync(Silos.Address(1))).Members);

        await second.DeleteMembershipTableEntriesAsync("two");

        Assert.Equal((1, 1), await VersionAndCount());
        await Assert.ThrowsAsync<OrleansException>(() => second.ReadAllAsync());
    }

    [AzuriteFact]
    public async Task Without_the_table_a_change_fails_and_is_not_just_refused()
    {
        table = new TestTable(azurite);

        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.Membership().InsertRowAsync(
            Silos.Entry(1), new TableVersion(1, "W/\"datetime'2026-11-01T08%3A00%3A00.0000000Z'\"")));

        Assert.Equal(404, failure.Status);
    }

    private async Task NewCluster()
    {
        table = new TestTable(azurite);
        membership = await table.NewClusterAsync();
    }

    private async Task<bool> Insert(int silo) =>
        await membership.InsertRowAsync(Silos.Entry(silo), (await membership.ReadAllAsync()).Version.Next());

    private async Task<bool> Update(MembershipEntry entry)
    {
        var read = await membership.ReadAllAsync();
        return await membership.UpdateRowAsync(entry, read.Version.VersionEtag, read.Version.Next());
    }

    private async Task<SiloStatus> StatusOf(int silo) =>
        Assert.Single((await membership.ReadRowAsync(Silos.Address(silo))).Members).Item1.Status;

    private async Task<(int Version, int Silos)> VersionAndCount()
    {
        var read = await membership.ReadAllAsync();
        return (read.Version.Version, read.Members.Count);
    }
}
