using System.Collections.Concurrent;
using CampaignEngine.Journal.Entries;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>
/// The journal of a cluster: one table of an Azure Storage account, written by any number of processes. An append that
/// returned is in the storage; within 10 s its outcome is known or <see cref="OutcomeUnknownException"/> says that it is not.
/// A store that is away fails requests, not the journal: the next one is tried again.
/// Beyond the limits of <see cref="Append"/>, one entry or snapshot may have 1,020 KiB as stored.
/// </summary>
public sealed partial class AzureTablesJournal : IJournal, IJournalHealth, IAsyncDisposable
{
    private readonly JournalTable _table;
    private readonly TableStreams _streams;
    private readonly TableBuckets _buckets;
    private readonly KnownHeads _heads = new();

    /// <summary>As many as partitions that this process has appended to: 16 a campaign, a few hundred bytes each.</summary>
    private readonly ConcurrentDictionary<Bucket, PartitionCommitter> _committers = new();
    private volatile bool _closed;

    private AzureTablesJournal(JournalTable table)
    {
        _table = table;
        _streams = new TableStreams(table);
        _buckets = new TableBuckets(table);
    }

    /// <summary>True until it is closed: no error of the store is for ever.</summary>
    public bool IsHealthy => !_closed;

    /// <summary>Makes the table if it is missing; several processes may do so at once.</summary>
    /// <exception cref="JournalOpenException">The options are wrong, or the storage account does not answer or refuses; the message says which.</exception>
    public static async Task<AzureTablesJournal> OpenAsync(AzureTablesJournalOptions options, CancellationToken cancellationToken = default) =>
        new(await JournalTable.OpenAsync(options, cancellationToken));

    public async Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append)
    {
        AppendLimits.Check(head, append);
        if (append.After != 0) throw new ArgumentException("Commits of a cluster have no common order to rest on.", nameof(append));
        var deadline = new Deadline(_table.Times.Clock, _table.Times.Outcome);
        if (append.Summary is null) await CheckHeadAsync(stream, head);
        var work = new AppendWork(stream, head, append, deadline);
        CommitterOf(stream.Bucket).Add(work);
        var newHead = await work.Answer;
        if (append.Summary is null) _heads.Remember(stream, newHead);
        return newHead;
    }

    public async Task RedactAsync(StreamId stream, long version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ThrowIfClosed();
        await new Redaction(_table).RedactAsync(stream, version);
    }

    public async Task RemoveAsync(Scope scope, StreamKind kind)
    {
        ThrowIfClosed();
        _heads.Forget(scope, kind);
        await new Removal(_table).RemoveAsync(scope, kind);
    }

    /// <summary>Answers the appends that wait, each within its time, and takes no more.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        await Task.WhenAll(_committers.Values.Select(committer => committer.CloseAsync()));
    }

    private PartitionCommitter CommitterOf(Bucket bucket)
    {
        var committer = _committers.GetOrAdd(bucket, static (_, table) => new PartitionCommitter(table), _table);
        // After the look-up: a committer that came too late for closing is not given anything.
        ThrowIfClosed();
        return committer;
    }

    /// <summary>The fence refuses what is behind; what is ahead of the stream, or beside it, only a read can tell.</summary>
    /// <exception cref="InvalidOperationException">The stream never had this head.</exception>
    private async ValueTask CheckHeadAsync(StreamId stream, StreamHead head)
    {
        if (head.Version == 0 || _heads.Contains(stream, head)) return;
        using var timeout = new CancellationTokenSource(_table.Times.Attempt, _table.Times.Clock);
        var bytes = await ReadHeadAsync(stream, head, timeout.Token);
        if (bytes is null || ChainWalk.Parse(stream, head.Version, bytes).Chain != head.Chain)
            throw new InvalidOperationException($"Stream {stream.Kind} {stream.Key:x32} never had the head {head}.");
    }

    private async Task<byte[]?> ReadHeadAsync(StreamId stream, StreamHead head, CancellationToken timeout)
    {
        try
        {
            return await _streams.FindEntryAsync(stream, head.Version, timeout);
        }
        catch (OperationCanceledException e)
        {
            throw new JournalUnavailableException("The journal's storage did not answer in time. Nothing was written.", e);
        }
    }

    private void ThrowIfClosed()
    {
        if (_closed) throw new JournalStoppedException("The journal is closed.");
    }
}
