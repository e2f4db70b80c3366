using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>
/// The table, through two clients: reads may be tried again by the SDK, writes never, since after a hidden second try
/// nobody could say which of the two an answer belongs to.
/// </summary>
internal sealed class JournalTable
{
    private const int ReadRetries = 2;
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(2.5);

    private readonly TableClient _reads;

    private JournalTable(AzureTablesJournalOptions options)
    {
        Times = options.Times;
        Writes = Client(options, retries: 0, Times.Outcome);
        _reads = Client(options, ReadRetries, ReadTimeout);
    }

    public CommitTimes Times { get; }

    /// <summary>Every request is tried once.</summary>
    public TableClient Writes { get; }

    public static bool CanParse(string connectionString)
    {
        try
        {
            _ = new TableServiceClient(connectionString);
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <exception cref="JournalOpenException">The options are wrong, or the account does not answer or refuses.</exception>
    public static async Task<JournalTable> OpenAsync(AzureTablesJournalOptions options, CancellationToken cancellationToken)
    {
        if (options.Problems().ToList() is { Count: > 0 } problems) throw new JournalOpenException(string.Join(' ', problems));
        var table = new JournalTable(options);
        try
        {
            // Whoever else makes it at the same moment is answered that it exists, which is as good.
            await table._reads.CreateIfNotExistsAsync(cancellationToken);
            return table;
        }
        catch (Exception e) when (IsFailure(e, cancellationToken))
        {
            throw new JournalOpenException(
                $"The table {options.TableName} of the storage account {table._reads.AccountName} cannot be opened: {Describe(e)}. Check the connection string and the account's network rules.", e);
        }
    }

    /// <summary>One row, or null.</summary>
    /// <exception cref="JournalUnavailableException">The store does not answer.</exception>
    public Task<TableEntity?> FindAsync(string partition, string rowKey, CancellationToken cancellationToken) => Ask(async () =>
    {
        var found = await _reads.GetEntityIfExistsAsync<TableEntity>(partition, rowKey, select: null, cancellationToken);
        return found.HasValue ? found.Value : null;
    }, cancellationToken);

    /// <summary>A page of rows of one partition from a row key up to, but not at, another.</summary>
    /// <exception cref="JournalUnavailableException">The store does not answer.</exception>
    public Task<Page<TableEntity>?> PageAsync(
        string partition, string from, string end, int count, string[]? select, string? continuation, CancellationToken cancellationToken) => Ask(async () =>
    {
        var filter = $"PartitionKey eq '{partition}' and RowKey ge '{from}' and RowKey lt '{end}'";
        await foreach (var page in _reads.QueryAsync<TableEntity>(filter, count, select, cancellationToken).AsPages(continuation, count))
            return page;
        return null;
    }, cancellationToken);

    /// <summary>All rows of a range, however many pages the store makes of it.</summary>
    /// <exception cref="JournalUnavailableException">The store does not answer.</exception>
    public async Task<List<TableEntity>> RangeAsync(
        string partition, string from, string end, string[]? select, CancellationToken cancellationToken)
    {
        const int PageRows = 1000;
        var rows = new List<TableEntity>();
        string? continuation = null;
        do
        {
            var page = await PageAsync(partition, from, end, PageRows, select, continuation, cancellationToken);
            if (page is null) break;
            rows.AddRange(page.Values);
            continuation = page.ContinuationToken;
        }
        while (continuation is not null);
        return rows;
    }

    /// <summary>Whether the store failed, rather than the caller gave up or this code is wrong.</summary>
    public static bool IsFailure(Exception e, CancellationToken callers) =>
        e is RequestFailedException or AggregateException or TimeoutException or IOException
        || (e is OperationCanceledException && !callers.IsCancellationRequested);

    /// <summary>One line without what the SDK adds: headers and, with some errors, the address.</summary>
    public static string Describe(Exception e) => e switch
    {
        RequestFailedException { Status: 0 } => "no connection",
        RequestFailedException failed => $"status {failed.Status} {failed.ErrorCode}",
        AggregateException { InnerException: { } inner } => Describe(inner),
        _ => "no answer in time",
    };

    private static async Task<T> Ask<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception e) when (IsFailure(e, cancellationToken))
        {
            throw new JournalUnavailableException($"The journal's storage cannot be read: {Describe(e)}.", e);
        }
    }

    private static TableClient Client(AzureTablesJournalOptions options, int retries, TimeSpan timeout)
    {
        var client = new TableClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential, MaxRetries = retries, NetworkTimeout = timeout,
                Delay = TimeSpan.FromMilliseconds(100), MaxDelay = TimeSpan.FromMilliseconds(500),
            },
        };
        // Row keys stand in addresses, and what is in a stream's name is nobody else's business.
        client.Diagnostics.IsLoggingEnabled = false;
        if (options.Transport is { } transport) client.Transport = transport;
        return new TableClient(options.ConnectionString, options.TableName, client);
    }
}
