using Azure.Data.Tables;
using CampaignEngine.Clustering.AzureTables.Settings;
using CampaignEngine.Clustering.AzureTables.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CampaignEngine.Clustering.AzureTables.Tests;

/// <summary>A token that is cancelled already: nothing is sent.</summary>
public class CancellationTests
{
    private static readonly TableVersion Version = new(1, "W/\"datetime'2026'\"");

    private static readonly Dictionary<string, Func<AzureTablesMembership, CancellationToken, Task>> Calls = new()
    {
        ["initialize"] = (table, ct) => table.InitializeMembershipTableAsync(true, ct),
        ["read all"] = (table, ct) => table.ReadAllAsync(ct),
        ["read one"] = (table, ct) => table.ReadRowAsync(Silos.Address(1), ct),
        ["insert"] = (table, ct) => table.InsertRowAsync(Silos.Entry(1), Version, ct),
        ["insert without an etag"] = (table, ct) => table.InsertRowAsync(Silos.Entry(1), new TableVersion(1, ""), ct),
        ["update"] = (table, ct) => table.UpdateRowAsync(Silos.Entry(1), Version.VersionEtag, Version, ct),
        ["update with another etag"] = (table, ct) => table.UpdateRowAsync(Silos.Entry(1), "", Version, ct),
        ["heartbeat"] = (table, ct) => table.UpdateIAmAliveAsync(Silos.Entry(1), ct),
        ["clean up"] = (table, ct) => table.CleanupDefunctSiloEntriesAsync(DateTimeOffset.MaxValue, ct),
        ["delete"] = (table, ct) => table.DeleteMembershipTableEntriesAsync("one", ct),
    };

    public static TheoryData<string> Names => new(Calls.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_call_of_the_membership_table_ends_at_once(string call)
    {
        var transport = new HookedTransport(new FixedAnswer(500, null));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Calls[call](TestTable.MembershipOf(Partition(transport)), new CancellationToken(canceled: true)));

        Assert.Equal(0, transport.Requests);
    }

    [Fact]
    public async Task A_call_of_the_gateway_list_ends_at_once()
    {
        var transport = new HookedTransport(new FixedAnswer(500, null));
        var gateways = new AzureTablesGatewayList(
            Partition(transport), Options.Create(new GatewayOptions()), NullLogger<AzureTablesGatewayList>.Instance);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gateways.InitializeGatewayListProviderAsync(new CancellationToken(true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gateways.GetGatewaysAsync(new CancellationToken(true)));

        Assert.Equal(0, transport.Requests);
    }

    private static ClusterPartition Partition(HookedTransport transport) => new(
        new TableClient(new Uri("http://127.0.0.1:1/account"), "Table", new TableSharedKeyCredential("account", "a2V5"), TableClients.Options(transport)),
        "one");
}
