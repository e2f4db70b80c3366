using Azure;
using Azure.Data.Tables;
using CampaignEngine.Clustering.AzureTables.Rows;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Clustering.AzureTables;

/// <summary>Orleans' membership table in one partition of an Azure table.</summary>
/// <remarks>
/// A change is one transaction: the silo's row, the version row under the etag that the caller read, and both fences. So of
/// two changes that began from the same version one is refused, and a refused one changes nothing. A change that gets no
/// answer throws and is not sent again here: sent twice it would be refused by its own first try, and "refused" would be
/// a lie. Orleans reads the table again after a refusal as after an exception.
/// </remarks>
internal sealed partial class AzureTablesMembership(
    ClusterPartition partition, MembershipReader reader, ILogger<AzureTablesMembership> logger) : IMembershipTable
{
    /// <summary>Creates the table and, where asked to, the cluster's version row and fences at version 0.</summary>
    public async Task InitializeMembershipTableAsync(bool tryInitTableVersion, CancellationToken cancellationToken = default)
    {
        await partition.CreateTableAsync(cancellationToken);
        if (!tryInitTableVersion || await partition.HasRowAsync(RowKeys.Version, cancellationToken))
            return;

        // Refused: another silo was first, and its rows are as good.
        var added = await partition.SubmitAsync(
            [.. VersionRows(0).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))], cancellationToken);
        if (added.IsAccepted)
            LogCreated(partition.ClusterId);
    }

    public async Task<MembershipTableData> ReadRowAsync(SiloAddress key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return (await reader.ReadOneAsync(key, cancellationToken)).ToTableData();
    }

    public async Task<MembershipTableData> ReadAllAsync(CancellationToken cancellationToken = default) =>
        (await reader.ReadAllAsync(cancellationToken)).ToTableData();

    /// <returns>False if the silo is there already or the version is not the one that was read; nothing is changed then.</returns>
    public Task<bool> InsertRowAsync(MembershipEntry entry, TableVersion tableVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(tableVersion);
        var row = SiloRow.ToEntity(partition.ClusterId, entry);
        return ChangeAsync(new TableTransactionAction(TableTransactionActionType.Add, row), tableVersion, cancellationToken);
    }

    /// <param name="etag">As read with the row: that of the table's version.</param>
    /// <returns>False if the silo is not there or the version is not the one that was read; nothing is changed then.</returns>
    public Task<bool> UpdateRowAsync(
        MembershipEntry entry, string etag, TableVersion tableVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(tableVersion);
        cancellationToken.ThrowIfCancellationRequested();
        if (etag != tableVersion.VersionEtag)
            return Task.FromResult(false);

        // Any etag of the silo's own row will do: the version row's guards it, and heartbeats must not get in the way.
        var row = SiloRow.ToEntity(partition.ClusterId, entry);
        return ChangeAsync(
            new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, ETag.All), tableVersion, cancellationToken);
    }

    /// <summary>One merge of one column, without reading first. Fails if the silo's row is gone.</summary>
    public Task UpdateIAmAliveAsync(MembershipEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return partition.MergeAsync(SiloRow.ToHeartbeat(partition.ClusterId, entry), cancellationToken);
    }

    /// <summary>
    /// Removes dead silos whose last change is before the date. The version stays: nothing that anybody decides on changes.
    /// A row that was written since it was read stays too.
    /// </summary>
    public async Task CleanupDefunctSiloEntriesAsync(DateTimeOffset beforeDate, CancellationToken cancellationToken = default)
    {
        var snapshot = await reader.ReadAllAsync(cancellationToken);
        var defunct = snapshot.Silos
            .Where(silo => silo.Entry.Status == SiloStatus.Dead && SiloRow.LastChange(silo.Entry) < beforeDate.UtcDateTime)
            .Select(silo => new TableTransactionAction(TableTransactionActionType.Delete, silo.Row, silo.Row.ETag));
        await DeleteAsync(partition, defunct, cancellationToken);
    }

    /// <summary>Removes everything of a cluster, which must not be running.</summary>
    public async Task DeleteMembershipTableEntriesAsync(string clusterId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(clusterId);
        var rows = await partition.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {clusterId}"), cancellationToken);
        await DeleteAsync(
            partition, rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellationToken);
    }

    private async Task<bool> ChangeAsync(TableTransactionAction silo, TableVersion version, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!IsEtag(version.VersionEtag))
            return false;

        var rows = VersionRows(version.Version);
        var submission = await partition.SubmitAsync(
            [
                silo,
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, rows[0], new ETag(version.VersionEtag)),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, rows[1]),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, rows[2]),
            ],
            ct);
        if (!submission.IsAccepted)
            LogRefused(silo.Entity.RowKey, version.Version);
        return submission.IsAccepted;
    }

    private TableEntity[] VersionRows(int version) =>
    [
        VersionRow.ToEntity(partition.ClusterId, RowKeys.Version, version),
        VersionRow.ToEntity(partition.ClusterId, RowKeys.LowerFence, version),
        VersionRow.ToEntity(partition.ClusterId, RowKeys.UpperFence, version),
    ];

    /// <summary>Nothing else was ever read from the service. "*" and an empty etag would match any version.</summary>
    private static bool IsEtag(string? text) =>
        text is not null && text.StartsWith("W/\"", StringComparison.Ordinal) && text.EndsWith('"') && text.Length > 4;

    /// <summary>In transactions of the service's size. A row that refuses is left out and the others go again.</summary>
    private static async Task DeleteAsync(ClusterPartition partition, IEnumerable<TableTransactionAction> deletions, CancellationToken ct)
    {
        foreach (var chunk in deletions.Chunk(ClusterPartition.RowsPerTransaction))
        {
            // Each round leaves one row out, so there are at most as many rounds as rows.
            var rest = chunk.ToList();
            while (rest.Count > 0)
            {
                var submission = await partition.SubmitAsync(rest, ct);
                if (submission.IsAccepted || submission.FailedRow is not { } failed || failed >= rest.Count)
                    break;
                rest.RemoveAt(failed);
            }
        }
    }
}
