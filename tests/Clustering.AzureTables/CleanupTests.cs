using CampaignEngine.Clustering.AzureTables.Rows;
using CampaignEngine.Clustering.AzureTables.Tests.Storage;

namespace CampaignEngine.Clustering.AzureTables.Tests;

[Collection(AzuriteTests.Name)]
public class CleanupTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Cutoff = new(Silos.Start.AddDays(7));

    private readonly TestTable table = new(azurite);

    [AzuriteFact]
    public async Task Dead_silos_older_than_the_cutoff_go_and_the_version_stays()
    {
        var membership = await table.NewClusterAsync();
        await InsertAsync(Dead(1, Cutoff.UtcDateTime.AddMilliseconds(-1)));
        var before = (await membership.ReadAllAsync()).Version;

        await membership.CleanupDefunctSiloEntriesAsync(Cutoff);

        var after = await membership.ReadAllAsync();
        Assert.Empty(after.Members);
        Assert.Equal(before, after.Version);
    }

    [AzuriteFact]
    public async Task Everybody_else_stays()
    {
        var membership = await table.NewClusterAsync();
        var suspected = Dead(2, Silos.Start);
        suspected.AddSuspector(Silos.Address(9), Cutoff.UtcDateTime);
        await InsertAsync(Dead(1, Cutoff.UtcDateTime), suspected);
        foreach (var status in Enum.GetValues<SiloStatus>().Where(status => status != SiloStatus.Dead))
            await InsertAsync(Silos.Entry(20 + (int)status, status));
        var before = (await membership.ReadAllAsync()).Members.Count;

        await membership.CleanupDefunctSiloEntriesAsync(Cutoff);

        Assert.Equal(before, (await membership.ReadAllAsync()).Members.Count);
        Assert.True(before > 5);
    }

    [AzuriteFact]
    public async Task More_dead_silos_than_a_transaction_takes_go()
    {
        var membership = await table.NewClusterAsync();
        await AddRowsAsync(Enumerable.Range(1, 205).Select(silo => Dead(silo, Silos.Start)));
        await AddRowsAsync([Silos.Entry(300)]);

        await membership.CleanupDefunctSiloEntriesAsync(Cutoff);

        Assert.Equal(Silos.Address(300), Assert.Single((await membership.ReadAllAsync()).Members).Item1.SiloAddress);
    }

    [AzuriteFact]
    public async Task A_silo_that_was_written_or_removed_since_it_was_read_is_left_alone_and_the_others_go()
    {
        var plain = await table.NewClusterAsync();
        await AddRowsAsync(Enumerable.Range(1, 5).Select(silo => Dead(silo, Silos.Start)));
        var changed = false;
        var transport = new HookedTransport
        {
            Before = async (request, _) =>
            {
                if (!HookedTransport.IsTransaction(request) || changed)
                    return;
                changed = true;
                await plain.UpdateIAmAliveAsync(Dead(2, Cutoff.UtcDateTime.AddDays(1)));
                await table.Client.DeleteEntityAsync("one", RowKeys.Of(Silos.Address(4)));
            },
        };

        await table.Membership(through: transport).CleanupDefunctSiloEntriesAsync(Cutoff);

        Assert.Equal(Silos.Address(2), Assert.Single((await plain.ReadAllAsync()).Members).Item1.SiloAddress);
    }

    private static MembershipEntry Dead(int silo, DateTime lastAlive)
    {
        var entry = Silos.Entry(silo, SiloStatus.Dead);
        entry.IAmAliveTime = lastAlive;
        return entry;
    }

    private async Task InsertAsync(params MembershipEntry[] entries)
    {
        var membership = table.Membership();
        foreach (var entry in entries)
            Assert.True(await membership.InsertRowAsync(entry, (await membership.ReadAllAsync()).Version.Next()));
    }

    /// <summary>Many at once, without the version.</summary>
    private async Task AddRowsAsync(IEnumerable<MembershipEntry> entries)
    {
        foreach (var entry in entries)
            await table.Client.AddEntityAsync(SiloRow.ToEntity("one", entry));
    }
}
