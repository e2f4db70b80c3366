using Azure;
using Azure.Data.Tables;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>Deletes all rows of a kind in a scope, a hundred at a time. May be repeated and may run in several processes at once.</summary>
internal sealed class Removal(JournalTable table)
{
    /// <summary>The most that one transaction takes.</summary>
    private const int RowsAtOnce = 100;

    /// <summary>Times that a page may fail because somebody else deleted some of it.</summary>
    private const int MaxRounds = 10;

    private static readonly char[] s_tables = [TableKeys.Summaries, TableKeys.Rows, TableKeys.Pending];

    /// <exception cref="JournalUnavailableException">The store does not answer; some may be removed.</exception>
    public async Task RemoveAsync(Scope scope, StreamKind kind)
    {
        for (byte bucket = 0; bucket < Bucket.Count; bucket++)
        {
            var partition = TableKeys.Partition(new Bucket(scope, bucket));
            foreach (var rows in s_tables) await RemoveAsync(partition, TableKeys.Kind(rows, kind));
        }
    }

    private async Task RemoveAsync(string partition, string prefix)
    {
        var failures = 0;
        string? continuation = null;
        while (await table.PageAsync(partition, prefix, prefix + "G", RowsAtOnce, TableRow.KeyOnly, continuation, CancellationToken.None) is { } page)
        {
            continuation = page.ContinuationToken;
            if (page.Values.Count > 0 && !await TryDeleteAsync(partition, page.Values))
            {
                if (++failures == MaxRounds)
                    throw new JournalUnavailableException($"Rows were deleted by somebody else {MaxRounds} times. Remove them again.");
                continuation = null;
            }
            else if (continuation is null)
            {
                return;
            }
        }
    }

    /// <returns>False when somebody else has deleted some of them: then none was deleted here.</returns>
    private async Task<bool> TryDeleteAsync(string partition, IEnumerable<TableEntity> rows)
    {
        using var timeout = new CancellationTokenSource(table.Times.Attempt, table.Times.Clock);
        try
        {
            await table.Writes.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(
                TableTransactionActionType.Delete, new TableEntity(partition, row.RowKey), ETag.All)), timeout.Token);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return false;
        }
        catch (Exception e) when (JournalTable.IsFailure(e, CancellationToken.None))
        {
            throw new JournalUnavailableException($"The journal's storage did not say whether rows were deleted: {JournalTable.Describe(e)}.", e);
        }
    }
}
