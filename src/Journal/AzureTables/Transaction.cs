using Azure;
using Azure.Data.Tables;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>What the store said to one try of an entity group transaction: all of it is written, or nothing.</summary>
internal enum TransactionResult
{
    Written,

    /// <summary>Nothing was written, because of one row; its index comes with it where the store told.</summary>
    RowRefused,

    /// <summary>Nothing was written: the request is too large.</summary>
    TooLarge,

    /// <summary>Nothing was written: no such table, no access, or a mistake of ours.</summary>
    Refused,

    /// <summary>Come back later. Usually nothing was written, but nothing promises it.</summary>
    Busy,

    /// <summary>No answer, or one that does not tell; the store may still carry it out.</summary>
    Unknown,
}

/// <summary>One try of a transaction.</summary>
/// <param name="Row">With <see cref="TransactionResult.RowRefused"/> the index of the row, or -1.</param>
internal readonly record struct Transaction(TransactionResult Result, int Row, Exception? Error)
{
    /// <summary>The store's limit on rows in a transaction.</summary>
    public const int MaxRows = 100;

    /// <summary>The store's limit of 4 MiB on a request, less its frame.</summary>
    public const int MaxRequestBytes = 4 * 1024 * 1024 - 16 * 1024;

    public static async Task<Transaction> TryAsync(TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken timeout)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, timeout).ConfigureAwait(false);
            return new Transaction(TransactionResult.Written, -1, null);
        }
        catch (RequestFailedException e)
        {
            var row = e is TableTransactionFailedException { FailedTransactionActionIndex: { } index } ? index : -1;
            return new Transaction(ResultOf(e), row, e);
        }
        catch (Exception e) when (JournalTable.IsFailure(e, CancellationToken.None))
        {
            return new Transaction(TransactionResult.Unknown, -1, e);
        }
    }

    private static TransactionResult ResultOf(RequestFailedException e) => e.Status switch
    {
        429 or 503 => TransactionResult.Busy,
        0 or 408 or >= 500 or < 400 => TransactionResult.Unknown,
        413 => TransactionResult.TooLarge,
        400 when e.ErrorCode is "RequestBodyTooLarge" or "ContentLengthExceeded" or "EntityTooLarge" => TransactionResult.TooLarge,
        404 when e.ErrorCode == "TableNotFound" => TransactionResult.Refused,
        404 or 409 => TransactionResult.RowRefused,
        _ => TransactionResult.Refused,
    };
}
