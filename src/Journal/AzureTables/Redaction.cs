using Azure;
using Azure.Data.Tables;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>
/// Takes the person out of an entry's row and, while it stands for that entry, of the summary's row. Each row is replaced
/// only as it was read (by its etag) and read again when it was not; may be repeated, also after an unknown outcome.
/// </summary>
internal sealed class Redaction(JournalTable table)
{
    /// <summary>Times that somebody else may come in between; each of them is another redaction or a newer summary.</summary>
    private const int MaxRounds = 10;

    /// <exception cref="ArgumentOutOfRangeException">The stream has no such entry.</exception>
    /// <exception cref="OutcomeUnknownException">The store did not say whether it was written.</exception>
    public async Task RedactAsync(StreamId stream, long version)
    {
        var partition = TableKeys.Partition(stream.Bucket);
        var found = await ReplaceAsync(partition, TableKeys.Entry(stream, version), row => RedactEntry(stream, version, row));
        if (!found) throw new ArgumentOutOfRangeException(nameof(version), version, "The stream has no such entry.");
        await ReplaceAsync(partition, TableKeys.Stream(TableKeys.Summaries, stream), row => RedactSummary(stream, version, row));
    }

    private static byte[]? RedactEntry(in StreamId stream, long version, byte[] row)
    {
        try { return EntryRedaction.Redact(row); }
        catch (InvalidDataException e) { throw Damage.Of(stream, version, "cannot be read", e); }
    }

    private static byte[]? RedactSummary(in StreamId stream, long version, byte[] row)
    {
        var summary = SummaryRow.Read(stream, row);
        if (summary.Version != version || summary.Summary is { UserId: "", DisplayName: "" }) return null;
        return SummaryRow.Write(version, summary.Summary with { UserId = "", DisplayName = "" });
    }

    /// <returns>Whether there is such a row.</returns>
    private async Task<bool> ReplaceAsync(string partition, string rowKey, Func<byte[], byte[]?> redact)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await table.FindAsync(partition, rowKey, CancellationToken.None) is not { } row) return false;
            if (redact(TableRow.BytesOf(row)) is not { } redacted) return true;

            var replacement = TableRow.Of(partition, rowKey, redacted);
            if (TableRow.BatchOf(row) is { } batch) TableRow.SetBatch(replacement, batch);
            if (await TryReplaceAsync(replacement, row.ETag)) return true;
        }

        throw new JournalUnavailableException($"A row changed {MaxRounds} times while it was to be redacted. Redact it again.");
    }

    private async Task<bool> TryReplaceAsync(TableEntity row, ETag etag)
    {
        using var timeout = new CancellationTokenSource(table.Times.Attempt, table.Times.Clock);
        try
        {
            await table.Writes.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, timeout.Token);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            return false;
        }
        catch (Exception e) when (JournalTable.IsFailure(e, CancellationToken.None))
        {
            throw new OutcomeUnknownException($"The journal's storage did not say whether a row was redacted: {JournalTable.Describe(e)}.", e);
        }
    }
}
