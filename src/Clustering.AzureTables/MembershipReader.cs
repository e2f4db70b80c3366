using System.Globalization;
using Azure.Data.Tables;
using CampaignEngine.Clustering.AzureTables.Rows;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace CampaignEngine.Clustering.AzureTables;

/// <summary>
/// Reads silos and version as of one moment. A query may come in pages, each a request of its own, and the table may change
/// between them. Every change writes both fence rows in its transaction, and the fences are the first and the last row
/// of a reading: when they show the same version, no change was committed while the rows between them were read.
/// </summary>
internal sealed partial class MembershipReader(ClusterPartition partition, ILogger<MembershipReader> logger)
{
    /// <summary>A change takes milliseconds and there are few: five torn readings in a row mean that something is wrong.</summary>
    public const int MaxReadings = 5;

    public Task<MembershipSnapshot> ReadAllAsync(CancellationToken ct) =>
        ReadAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition.ClusterId}"), ct);

    /// <summary>One silo, or none, with the version of the same moment.</summary>
    public Task<MembershipSnapshot> ReadOneAsync(SiloAddress silo, CancellationToken ct) => ReadAsync(
        TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition.ClusterId} and (RowKey eq {RowKeys.LowerFence} or RowKey eq {RowKeys.Of(silo)} or RowKey eq {RowKeys.Version} or RowKey eq {RowKeys.UpperFence})"),
        ct);

    /// <exception cref="InconsistentStateException">Every one of <see cref="MaxReadings"/> readings was torn.</exception>
    /// <exception cref="OrleansException">The version row or a fence is missing.</exception>
    private async Task<MembershipSnapshot> ReadAsync(string filter, CancellationToken ct)
    {
        for (var reading = 1; reading <= MaxReadings; reading++)
        {
            var rows = await partition.QueryAsync(filter, ct);
            var version = CheckedVersion(rows);
            if (IsUntorn(rows, version))
                return new MembershipSnapshot(ToTableVersion(version), [.. Silos(rows)]);
            LogTornReading(partition.ClusterId, reading);
        }
        throw new InconsistentStateException(
            $"The membership of cluster {partition.ClusterId} changed during each of {MaxReadings} readings.");
    }

    private TableEntity CheckedVersion(List<TableEntity> rows)
    {
        var version = rows.Find(row => row.RowKey == RowKeys.Version)
            ?? throw Missing(RowKeys.Version);
        if (rows[0].RowKey != RowKeys.LowerFence)
            throw Missing(RowKeys.LowerFence);
        if (rows[^1].RowKey != RowKeys.UpperFence)
            throw Missing(RowKeys.UpperFence);
        return version;
    }

    private OrleansException Missing(string rowKey) => new(string.Create(CultureInfo.InvariantCulture,
        $"Row {rowKey} of cluster {partition.ClusterId} is missing or out of order. It is written when the first silo of the cluster starts; if somebody removed it, stop all silos, delete the cluster's partition and start them again."));

    private static bool IsUntorn(List<TableEntity> rows, TableEntity version)
    {
        var before = VersionRow.Version(rows[0]);
        return before == VersionRow.Version(rows[^1]) && before == VersionRow.Version(version);
    }

    private static TableVersion ToTableVersion(TableEntity row) => new(VersionRow.Version(row), row.ETag.ToString());

    /// <summary>A row that is no silo's is left out, so that another version may add rows; it is logged.</summary>
    private IEnumerable<SiloRecord> Silos(List<TableEntity> rows)
    {
        foreach (var row in rows)
        {
            if (RowKeys.IsSilo(row.RowKey) && TryRead(row) is { } silo)
                yield return silo;
        }
    }

    private SiloRecord? TryRead(TableEntity row)
    {
        try
        {
            return new SiloRecord(SiloRow.FromEntity(row), row);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            LogUnreadableRow(fault, row.RowKey, partition.ClusterId);
            return null;
        }
    }
}
