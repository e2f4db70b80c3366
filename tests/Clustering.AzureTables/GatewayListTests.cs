using Azure.Data.Tables;
using CampaignEngine.Clustering.AzureTables.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;

namespace CampaignEngine.Clustering.AzureTables.Tests;

[Collection(AzuriteTests.Name)]
public class GatewayListTests(AzuriteFixture azurite)
{
    private readonly TestTable table = new(azurite);

    [AzuriteFact]
    public async Task Gateways_are_the_active_silos_with_a_port_for_clients()
    {
        var membership = await table.NewClusterAsync();
        MembershipEntry[] entries =
        [
            Silos.Entry(1, SiloStatus.Active, proxyPort: 30001),
            Silos.Entry(2, SiloStatus.Active, proxyPort: 0),
            Silos.Entry(3, SiloStatus.Joining, proxyPort: 30003),
            Silos.Entry(4, SiloStatus.Dead, proxyPort: 30004),
            Silos.Entry(5, SiloStatus.Active, proxyPort: 30005),
        ];
        foreach (var entry in entries)
            Assert.True(await membership.InsertRowAsync(entry, (await membership.ReadAllAsync()).Version.Next()));

        var gateways = await List().GetGatewaysAsync();

        Assert.Equal(["gwy.tcp://127.0.0.1:30001/7", "gwy.tcp://127.0.0.1:30005/7"], gateways.Select(uri => uri.ToString()));
        Assert.Empty(await List("two").GetGatewaysAsync());
    }

    [AzuriteFact]
    public async Task The_list_is_read_anew_each_time()
    {
        var membership = await table.NewClusterAsync();
        var list = List();
        await list.InitializeGatewayListProviderAsync();
        Assert.Empty(await list.GetGatewaysAsync());

        await membership.InsertRowAsync(Silos.Entry(1), (await membership.ReadAllAsync()).Version.Next());

        Assert.Single(await list.GetGatewaysAsync());
    }

    [AzuriteFact]
    public async Task A_client_that_is_there_before_the_first_silo_finds_no_gateways() => Assert.Empty(await List().GetGatewaysAsync());

    [AzuriteFact]
    public async Task A_row_that_cannot_be_read_is_left_out()
    {
        await table.NewClusterAsync();
        foreach (var (address, port) in ((string, string)[])[("nowhere", "1"), ("127.0.0.1", "x"), ("127.0.0.1", "30000")])
        {
            await table.Client.AddEntityAsync(new TableEntity("one", $"{address}-{port}")
            {
                ["Address"] = address,
                ["ProxyPort"] = port,
                ["Generation"] = "7",
                ["Status"] = "Active",
            });
        }

        Assert.Equal("gwy.tcp://127.0.0.1:30000/7", Assert.Single(await List().GetGatewaysAsync()).ToString());
    }

    [AzuriteFact]
    public void It_is_as_old_as_orleans_allows()
    {
        var list = List();

        Assert.Equal(TimeSpan.FromSeconds(5), list.MaxStaleness);
#pragma warning disable CS0618 // Orleans calls it no longer; it stays true for those who do.
        Assert.True(((IGatewayListProvider)list).IsUpdatable);
#pragma warning restore CS0618
    }

    private AzureTablesGatewayList List(string clusterId = "one") => new(
        table.Partition(clusterId),
        Options.Create(new GatewayOptions { GatewayListRefreshPeriod = TimeSpan.FromSeconds(5) }),
        NullLogger<AzureTablesGatewayList>.Instance);
}
