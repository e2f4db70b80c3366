using Azure.Data.Tables;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>Who wrote entry head+1 of an append, as the store shows it.</summary>
internal enum FenceRow
{
    /// <summary>Nothing is there; a late request may still come.</summary>
    Absent,

    /// <summary>This commit wrote it, and with it all of the append.</summary>
    Ours,

    /// <summary>Somebody else wrote it: the append was not written and never can be.</summary>
    Others,

    /// <summary>The store did not answer.</summary>
    Unknown,
}

/// <summary>Looks at what became of a commit. Each look is tried a few times, for as long as the commit has time.</summary>
internal sealed class ReadBack(JournalTable table, Guid batch)
{
    private const int Tries = 3;
    private const int AtOnce = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<FenceRow> FenceAsync(AppendWork work, CancellationToken timeout)
    {
        var (known, row) = await FindAsync(work, work.FenceKey, TableRow.BatchOnly, timeout).ConfigureAwait(false);
        if (!known) return FenceRow.Unknown;
        if (row is null) return FenceRow.Absent;
        return TableRow.BatchOf(row) == batch ? FenceRow.Ours : FenceRow.Others;
    }

    /// <summary>The fence of each, in their order.</summary>
    public async Task<FenceRow[]> FencesAsync(IReadOnlyList<AppendWork> works, CancellationToken timeout)
    {
        var fences = new FenceRow[works.Count];
        // All or nothing was written, so the first one usually tells of all.
        fences[0] = await FenceAsync(works[0], timeout).ConfigureAwait(false);
        var from = fences[0] is FenceRow.Ours ? works.Count : 1;
        Array.Fill(fences, fences[0], 0, from);
        await Parallel.ForAsync(from, works.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
            fences[i] = await FenceAsync(works[i], timeout).ConfigureAwait(false)).ConfigureAwait(false);
        return fences;
    }

    /// <summary>Whether the store answered, and the row if there is one.</summary>
    public async Task<(bool Known, TableEntity? Row)> FindAsync(AppendWork work, string rowKey, string[]? select, CancellationToken timeout)
    {
        for (var attempt = 1; attempt <= Tries && !timeout.IsCancellationRequested; attempt++)
        {
            try
            {
                var found = await table.Writes.GetEntityIfExistsAsync<TableEntity>(
                    TableKeys.Partition(work.Stream.Bucket), rowKey, select, timeout).ConfigureAwait(false);
                return (true, found.HasValue ? found.Value : null);
            }
            catch (Exception e) when (JournalTable.IsFailure(e, CancellationToken.None))
            {
                // Only the last failure counts, and says no more than that the store did not answer.
            }

            if (attempt < Tries)
                await Task.Delay(Pause, table.Times.Clock, timeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return (false, null);
    }
}
