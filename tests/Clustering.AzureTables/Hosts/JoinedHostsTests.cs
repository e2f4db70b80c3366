using CampaignEngine.Clustering.AzureTables.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Messaging;

namespace CampaignEngine.Clustering.AzureTables.Tests.Hosts;

[Collection(AzuriteTests.Name)]
public class JoinedHostsTests(AzuriteFixture azurite)
{
    [AzuriteFact]
    public async Task Two_silos_and_a_client_join_by_configuration_alone()
    {
        await using var hosts = new TestHosts(new TestTable(azurite));
        var first = await hosts.StartSiloAsync("one");
        var second = await hosts.StartSiloAsync("one");
        var client = await hosts.StartClientAsync("one");

        Assert.IsType<AzureTablesMembership>(first.Services.GetRequiredService<IMembershipTable>());
        Assert.IsType<AzureTablesGatewayList>(client.Services.GetRequiredService<IGatewayListProvider>());
        SiloAddress[] both = [AddressOf(first), AddressOf(second)];
        Assert.Equal(both.Order(), await ActiveSilosAsync(client));
    }

    [AzuriteFact]
    public async Task A_second_cluster_in_the_same_table_is_alone()
    {
        await using var hosts = new TestHosts(new TestTable(azurite));
        var first = await hosts.StartSiloAsync("one");
        var other = await hosts.StartSiloAsync("two");

        Assert.Equal([AddressOf(first)], await ActiveSilosAsync(await hosts.StartClientAsync("one")));
        Assert.Equal([AddressOf(other)], await ActiveSilosAsync(await hosts.StartClientAsync("two")));
    }

    [AzuriteFact]
    public async Task A_silo_that_stops_is_dead_in_the_table()
    {
        var table = new TestTable(azurite);
        SiloAddress address;
        await using (var hosts = new TestHosts(table))
            address = AddressOf(await hosts.StartSiloAsync("one"));

        var member = Assert.Single((await table.Membership().ReadAllAsync()).Members).Item1;

        Assert.Equal((address, SiloStatus.Dead), (member.SiloAddress, member.Status));
    }

    private static SiloAddress AddressOf(IHost silo) => silo.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;

    private static async Task<SiloAddress[]> ActiveSilosAsync(IHost client)
    {
        var hosts = await client.Services.GetRequiredService<IClusterClient>().GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true);
        return [.. hosts.Keys.Order()];
    }
}
