using System.Runtime.CompilerServices;

namespace CampaignEngine.Journal.RocksDb;

public sealed partial class RocksDbJournal
{
    private const int EntriesPerPage = 64;
    private const int StreamsPerPage = 256;

    public ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default) =>
        Answer(_streams.Read, stream, cancellationToken);

    public ValueTask<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken = default) =>
        Answer(s => _streams.FindByKey(s, uniqueKey), stream, cancellationToken);

    public async IAsyncEnumerable<JournalEntry> ReadEntriesAsync(
        StreamId stream, long fromVersion, bool backwards = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var next = backwards
            ? await Page(() => _streams.FindNewest(stream, fromVersion), cancellationToken)
            : Math.Max(1, fromVersion);
        for (var more = next > 0; more;)
        {
            var from = backwards ? Math.Max(1, next - EntriesPerPage + 1) : next;
            var count = backwards ? (int)(next - from + 1) : EntriesPerPage;
            var page = await Page(() => _streams.ReadEntries(stream, from, count), cancellationToken);
            if (backwards) page.Reverse();
            foreach (var entry in page) yield return entry;

            next = backwards ? from - 1 : next + page.Count;
            more = page.Count == count && next > 0;
        }
    }

    public async IAsyncEnumerable<StreamSummary> ReadSummariesAsync(
        Bucket bucket, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        byte[]? at = null;
        do
        {
            var page = new List<StreamSummary>();
            var before = at;
            at = await Page(() => _scopes.ReadSummaries(bucket, before, StreamsPerPage, page), cancellationToken);
            foreach (var summary in page) yield return summary;
        }
        while (at is not null);
    }

    public async IAsyncEnumerable<StreamId> ReadPendingAsync(
        Scope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        byte[]? at = null;
        do
        {
            var page = new List<StreamId>();
            var after = at;
            at = await Page(() => _scopes.ReadPending(scope, after, StreamsPerPage, page), cancellationToken);
            foreach (var stream in page) yield return stream;
        }
        while (at is not null);
    }

    /// <summary>A read of a few rows, done on the caller's thread: cheaper than a change of threads.</summary>
    private ValueTask<T> Answer<T>(Func<StreamId, T> read, StreamId stream, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<T>(cancellationToken);
        try
        {
            using var lease = _state.Enter();
            return ValueTask.FromResult(read(stream));
        }
        catch (Exception e)
        {
            return ValueTask.FromException<T>(e);
        }
    }

    /// <summary>A page on the thread pool: scans are long and must not hold a grain's turn or, between pages, the database.</summary>
    private Task<T> Page<T>(Func<T> read, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var lease = _state.Enter();
            return read();
        },
        cancellationToken);
}
