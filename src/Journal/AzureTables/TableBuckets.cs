using System.Runtime.CompilerServices;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>Reads across the streams of a bucket, page by page.</summary>
internal sealed class TableBuckets(JournalTable table)
{
    /// <summary>The store's own limit.</summary>
    private const int PageRows = 1000;

    public IAsyncEnumerable<StreamSummary> ReadSummariesAsync(Bucket bucket, CancellationToken cancellationToken) =>
        ReadAsync(bucket, TableKeys.Summaries, (stream, bytes) => SummaryRow.Read(stream, bytes), cancellationToken);

    public IAsyncEnumerable<StreamId> ReadPendingAsync(Bucket bucket, CancellationToken cancellationToken) =>
        ReadAsync(bucket, TableKeys.Pending, (stream, _) => stream, cancellationToken);

    private async IAsyncEnumerable<T> ReadAsync<T>(
        Bucket bucket, char rows, Func<StreamId, byte[], T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = TableKeys.Partition(bucket);
        string? continuation = null;
        do
        {
            var page = await table.PageAsync(
                partition, rows.ToString(), TableKeys.End(rows), PageRows, select: null, continuation, cancellationToken);
            if (page is null) yield break;
            foreach (var row in page.Values) yield return read(TableKeys.ReadStream(bucket.Scope, row.RowKey), TableRow.BytesOf(row));
            continuation = page.ContinuationToken;
        }
        while (continuation is not null);
    }
}
