using Azure;
using Azure.Data.Tables;
using CampaignEngine.Clustering.AzureTables.Rows;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;

namespace CampaignEngine.Clustering.AzureTables;

/// <summary>
/// Where clients connect to: the active silos that have a port for clients. Read anew each time; how often is Orleans'
/// <see cref="GatewayOptions.GatewayListRefreshPeriod"/>. It needs no fences: a gateway more or less does no harm, and a
/// client may do with the right to read.
/// </summary>
internal sealed partial class AzureTablesGatewayList(
    ClusterPartition partition, IOptions<GatewayOptions> options, ILogger<AzureTablesGatewayList> logger) : IGatewayListProvider
{
    private const string NoPort = "0";

    public TimeSpan MaxStaleness => options.Value.GatewayListRefreshPeriod;

    public bool IsUpdatable => true;

    public Task InitializeGatewayListProvider() => InitializeGatewayListProviderAsync();

    public Task InitializeGatewayListProviderAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    public Task<IList<Uri>> GetGateways() => GetGatewaysAsync();

    /// <returns><c>gwy.tcp://ip:port/generation</c>; none while no silo has ever started.</returns>
    public async Task<IList<Uri>> GetGatewaysAsync(CancellationToken cancellationToken = default)
    {
        var active = nameof(SiloStatus.Active);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition.ClusterId} and Status eq {active} and ProxyPort ne {NoPort}");
        try
        {
            var rows = await partition.QueryAsync(filter, cancellationToken);
            return [.. rows.Select(TryRead).OfType<Uri>()];
        }
        catch (RequestFailedException failure) when (StorageRefusal.IsMissingTable(failure))
        {
            return [];
        }
    }

    private Uri? TryRead(TableEntity row)
    {
        try
        {
            return SiloRow.Address(row, Columns.ProxyPort).ToGatewayUri();
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            LogUnreadableRow(fault, row.RowKey);
            return null;
        }
    }
}
