using Azure;
using Azure.Data.Tables;

namespace CampaignEngine.Clustering.AzureTables;

/// <summary>
/// The partition of one cluster: queries, transactions and merges, with the answers of the storage account told apart.
/// A call that gets no answer in time throws <see cref="TimeoutException"/>, never a cancellation that nobody asked for:
/// Orleans takes the latter for its own.
/// </summary>
internal sealed class ClusterPartition(TableClient table, string clusterId)
{
    /// <summary>Of the service: entities in one transaction.</summary>
    public const int RowsPerTransaction = 100;

    /// <summary>A page has up to 1,000 rows, a cluster a few hundred at most; more pages than this are no cluster.</summary>
    public const int MaxPages = 100;

    public string ClusterId => clusterId;

    /// <summary>Rows in a page; null for as many as the service gives. Tests make pages small.</summary>
    public int? RowsPerPage { get; init; }

    /// <summary>Creates the table unless it is there.</summary>
    public Task CreateTableAsync(CancellationToken ct) => InTimeAsync(() => table.CreateIfNotExistsAsync(ct), ct);

    public Task<bool> HasRowAsync(string rowKey, CancellationToken ct) => InTimeAsync(async () =>
        (await table.GetEntityIfExistsAsync<TableEntity>(clusterId, rowKey, cancellationToken: ct)).HasValue, ct);

    /// <summary>The rows of a partition that a filter lets through, in the order of the service: by row key.</summary>
    /// <exception cref="InvalidOperationException">There are more than <see cref="MaxPages"/> pages.</exception>
    public Task<List<TableEntity>> QueryAsync(string filter, CancellationToken ct) => InTimeAsync(async () =>
    {
        var rows = new List<TableEntity>();
        var pages = 0;
        await foreach (var page in table.QueryAsync<TableEntity>(filter, RowsPerPage, cancellationToken: ct).AsPages())
        {
            if (++pages > MaxPages)
                throw new InvalidOperationException($"Cluster {clusterId} in table {table.Name} has more than {MaxPages} pages of rows.");
            rows.AddRange(page.Values);
        }
        return rows;
    }, ct);

    /// <summary>All of it or none of it.</summary>
    public Task<Submission> SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken ct) => InTimeAsync(async () =>
    {
        try
        {
            await table.SubmitTransactionAsync(actions, ct);
            return Submission.Accepted;
        }
        catch (TableTransactionFailedException refusal) when (StorageRefusal.IsOfRow(refusal))
        {
            return Submission.Refused(refusal.FailedTransactionActionIndex);
        }
        catch (RequestFailedException refusal) when (StorageRefusal.IsOfRow(refusal))
        {
            return Submission.Refused(null);
        }
    }, ct);

    /// <summary>Changes the given columns of a row that must be there, whatever its etag.</summary>
    public Task MergeAsync(TableEntity row, CancellationToken ct) =>
        InTimeAsync(() => table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, ct), ct);

    private async Task<T> InTimeAsync<T>(Func<Task<T>> call, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        try
        {
            return await call();
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"No answer from table {table.Name} in time.", late);
        }
    }
}
