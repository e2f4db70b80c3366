using System.Runtime.CompilerServices;

namespace CampaignEngine.Journal.AzureTables;

public sealed partial class AzureTablesJournal
{
    // Many callers want one entry, few want all: pages begin small and double.
    private const int FirstPage = 16;
    private const int LargestPage = 512;

    public async ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        return await _streams.ReadAsync(stream, cancellationToken);
    }

    public async ValueTask<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        return await _streams.FindByKeyAsync(stream, uniqueKey, cancellationToken);
    }

    public async IAsyncEnumerable<JournalEntry> ReadEntriesAsync(
        StreamId stream, long fromVersion, bool backwards = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        var next = backwards ? await _streams.FindNewestAsync(stream, fromVersion, cancellationToken) : Math.Max(1, fromVersion);
        var more = next > 0;
        for (var size = FirstPage; more; size = Math.Min(size * 2, LargestPage))
        {
            var from = backwards ? Math.Max(1, next - size + 1) : next;
            var count = backwards ? (int)(next - from + 1) : size;
            var page = await _streams.ReadEntriesAsync(stream, from, count, cancellationToken);
            if (backwards) page.Reverse();
            foreach (var entry in page) yield return entry;

            next = backwards ? from - 1 : next + page.Count;
            more = page.Count == count && next > 0;
        }
    }

    public IAsyncEnumerable<StreamSummary> ReadSummariesAsync(Bucket bucket, CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        return _buckets.ReadSummariesAsync(bucket, cancellationToken);
    }

    /// <summary>The scope's partitions one after another.</summary>
    public async IAsyncEnumerable<StreamId> ReadPendingAsync(
        Scope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        for (byte number = 0; number < Bucket.Count; number++)
            await foreach (var stream in _buckets.ReadPendingAsync(new Bucket(scope, number), cancellationToken))
                yield return stream;
    }
}
