using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CampaignEngine.Clustering.AzureTables.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace CampaignEngine.Clustering.AzureTables.Tests.Storage;

/// <summary>A table in Azurite that no other test has, and the membership of clusters in it.</summary>
internal sealed class TestTable(AzuriteFixture azurite)
{
    public string Name { get; } = $"T{Guid.NewGuid():N}";

    public string ConnectionString => azurite.ConnectionString;

    public TableClient Client => new TableServiceClient(ConnectionString).GetTableClient(Name);

    /// <param name="through">What requests go through on their way to Azurite.</param>
    public ClusterPartition Partition(string clusterId = "one", HttpPipelineTransport? through = null, int? rowsPerPage = null) => new(
        new TableServiceClient(ConnectionString, TableClients.Options(through)).GetTableClient(Name), clusterId)
    {
        RowsPerPage = rowsPerPage,
    };

    public AzureTablesMembership Membership(string clusterId = "one", HttpPipelineTransport? through = null, int? rowsPerPage = null) =>
        MembershipOf(Partition(clusterId, through, rowsPerPage));

    public async Task<AzureTablesMembership> NewClusterAsync(string clusterId = "one")
    {
        var membership = Membership(clusterId);
        await membership.InitializeMembershipTableAsync(tryInitTableVersion: true);
        return membership;
    }

    public static AzureTablesMembership MembershipOf(ClusterPartition partition) => new(
        partition,
        new MembershipReader(partition, NullLogger<MembershipReader>.Instance),
        NullLogger<AzureTablesMembership>.Instance);
}
