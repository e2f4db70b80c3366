using CampaignEngine.Domain.Prizes;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Prizes;

/// <summary>
/// A pool and its stream. In an ordered journal every decision is begun to be kept at once; elsewhere what is decided
/// while a commit runs goes out together in the next one. After a failed commit the ledger is broken and its pool, which
/// is ahead of the journal, must not be used again.
/// </summary>
internal sealed class PrizePoolLedger
{
    /// <summary>
    /// Entries and their keys in one commit: with confirmed awards, snapshot and pending mark below <see cref="Append.MaxRows"/>.
    /// </summary>
    private const int MaxBatch = 80;

    /// <summary>A pool's snapshot holds its open claims, so it is written less often than a participant's.</summary>
    private const int SnapshotEvery = 1024;

    private readonly GrainStream _stream;
    private readonly EntryCodec _codec;
    private readonly TimeProvider _time;
    private readonly Queue<Batch> _waiting = new();
    private readonly HashSet<long> _confirmed = [];

    /// <summary>The newest batch on its way. Batches end in the order in which they were begun.</summary>
    private Batch? _committing;
    private long _lastTicket;
    private Task _headCheck = Task.CompletedTask;
    private Task? _nextHeadCheck;
    private long _snapshotVersion;

    /// <summary>Claims that are open, and wins that are taken back and whose participants do not know it yet.</summary>
    private int _work;
    private DateTimeOffset _lastEntryAt;

    private PrizePoolLedger(GrainStream stream, EntryCodec codec, TimeProvider time, PrizePool pool) =>
        (_stream, _codec, _time, Pool) = (stream, codec, time, pool);

    public PrizePool Pool { get; }

    public DateTimeOffset LastEntryAt => _lastEntryAt;

    public Exception? Failure { get; private set; }

    public static async Task<PrizePoolLedger> LoadAsync(
        IJournal journal, StreamId stream, PrizeRules rules, EntryCodec codec, TimeProvider time)
    {
        var writer = new GrainStream(journal, stream);
        PrizePoolLedger? ledger = null;
        await writer.ReadAsync(record => { ledger = Fold(record, rules, writer, codec, time); });
        return ledger!;
    }

    private static PrizePoolLedger Fold(StreamRecord record, PrizeRules rules, GrainStream writer, EntryCodec codec, TimeProvider time)
    {
        var snapshot = record.Snapshot is { } kept ? codec.Decode<StoredPool>(kept.State) : null;
        var pool = snapshot is null ? new PrizePool(rules) : PrizePool.FromState(PoolSnapshots.FromStored(snapshot), rules);
        var ledger = new PrizePoolLedger(writer, codec, time, pool)
        {
            _snapshotVersion = record.Snapshot?.Version ?? 0,
            _lastEntryAt = snapshot?.LastEntryAt ?? default,
        };
        foreach (var entry in record.Entries)
        {
            pool.Apply(PoolStorage.FromStored(codec.Decode<StoredPoolEntry>(entry.Public)));
            ledger._lastEntryAt = entry.Time;
        }

        ledger._work = pool.OpenClaims.Count + pool.TakenBack.Count;
        return ledger;
    }

    /// <summary>Queues what the pool has already applied; the entries stay together in one commit.</summary>
    public void Add(IReadOnlyList<PoolEntry> entries)
    {
        ThrowIfBroken();
        if (entries.Count == 0)
            return;
        if (!_waiting.TryPeek(out _) || _waiting.Last().Rows + PoolKeys.RowsOf(entries) > MaxBatch)
            _waiting.Enqueue(new Batch());
        _waiting.Last().Entries.AddRange(entries);
        _waiting.Last().Rows += PoolKeys.RowsOf(entries);
        StartCommitting();
    }

    /// <summary>The claims of these awards may be closed; that is kept with the next commit.</summary>
    public void Confirm(params ReadOnlySpan<long> awards)
    {
        ThrowIfBroken();
        foreach (var award in awards)
        {
            if (Pool.FindOpen(award) is not null)
                _confirmed.Add(award);
        }

        if (_confirmed.Count == 0)
            return;
        if (_waiting.Count == 0)
            _waiting.Enqueue(new Batch());
        StartCommitting();
    }

    /// <summary>
    /// Waits until nothing can become durable that rests on what was decided so far, unless that is durable too: in an
    /// ordered journal no time at all, given the ticket; elsewhere until it is durable itself, and the ticket is 0.
    /// </summary>
    public async ValueTask<long> SecuredAsync()
    {
        if (!_stream.IsOrdered)
            await CommittedAsync();
        ThrowIfBroken();
        return _lastTicket;
    }

    /// <summary>Waits until everything decided so far is durable.</summary>
    /// <exception cref="VersionConflictException">Another activation has taken over.</exception>
    /// <exception cref="OutcomeUnknownException">Storage did not say.</exception>
    public Task CommittedAsync()
    {
        ThrowIfBroken();
        return (_waiting.Count > 0 ? _waiting.Last() : _committing)?.Done ?? Task.CompletedTask;
    }

    /// <summary>
    /// For answers that append nothing: waits for the commit in flight, then asks the journal whether this is still the
    /// newest version. Answers decided while one check runs share the next, so none rests on a check begun before it.
    /// </summary>
    /// <exception cref="VersionConflictException">Another activation has taken over.</exception>
    /// <exception cref="OutcomeUnknownException">Storage did not say what became of a commit that the answer rests on.</exception>
    public Task CheckHeadAsync()
    {
        ThrowIfBroken();
        return _nextHeadCheck ??= CheckHead(_headCheck);
    }

    private async Task CheckHead(Task before)
    {
        await Task.Yield();
        await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        (_headCheck, _nextHeadCheck) = (_nextHeadCheck!, null);

        await CommittedAsync();
        if (_stream.IsCurrent)
        {
            var version = _stream.Version;
            var isNewest = await _stream.IsNewestAsync();

            // What follows may have been written by this ledger meanwhile.
            if (!isNewest && _stream.IsCurrent && _stream.Version == version)
            {
                var conflict = _stream.Conflict(version + 1);
                Break(conflict);
                throw conflict;
            }
        }

        await CommittedAsync(); // If a commit has begun since, its fence tells.
    }

    private void ThrowIfBroken()
    {
        if (Failure is { } failure)
            throw failure;
    }

    private void StartCommitting()
    {
        while (Failure is null && (_stream.IsOrdered || _committing is null) && _waiting.TryDequeue(out var batch))
            _ = CommitAsync(batch);
    }

    private async Task CommitAsync(Batch batch)
    {
        try
        {
            if (_waiting.Count == 0)
                CloseConfirmed(batch);
            if (batch.Entries.Count > 0)
            {
                _committing = batch;
                (_lastTicket, var committed) = _stream.Begin(ToAppend(batch));
                await committed;
            }
        }
        catch (Exception exception)
        {
            _stream.Fail(exception);
            Break(exception);
            batch.Fail(Failure!);
            return;
        }

        if (_committing == batch)
            _committing = null;
        batch.Succeed();
        StartCommitting();
    }

    /// <summary>Closing comes last in its commit, where the pool's state and the journal's order agree.</summary>
    private void CloseConfirmed(Batch batch)
    {
        if (_confirmed.Count == 0)
            return;
        var closed = new ClaimsClosed([.. _confirmed.Where(award => Pool.FindOpen(award) is not null).Order()]);
        _confirmed.Clear();
        if (closed.Awards.IsEmpty)
            return;
        Pool.Apply(closed);
        batch.Entries.Add(closed);
        batch.Rows++;
    }

    private Append ToAppend(Batch batch)
    {
        var workBefore = _work;
        foreach (var entry in batch.Entries)
            _work += WorkChange(entry);

        _lastEntryAt = MonotonicTime.Max(_time.GetUtcNow(), _lastEntryAt);
        var version = _stream.Version + batch.Entries.Count;
        // Only with nothing waiting does the pool stand exactly where this commit leaves the stream.
        var takeSnapshot = _waiting.Count == 0 && version - _snapshotVersion >= SnapshotEvery;
        if (takeSnapshot)
            _snapshotVersion = version;
        var entries = new NewEntry[batch.Entries.Count];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new NewEntry(_lastEntryAt, _codec.Encode(PoolStorage.ToStored(batch.Entries[i])));
        return new Append
        {
            Entries = entries,
            Snapshot = takeSnapshot ? _codec.Encode(PoolSnapshots.ToStored(Pool.ToState(), _lastEntryAt)) : default(ReadOnlyMemory<byte>?),
            UniqueKeys = batch.Rows == batch.Entries.Count ? [] : PoolKeys.Of(batch.Entries, _stream.Version + 1),
            After = _lastTicket,
            Pending = (workBefore, _work) switch
            {
                (0, > 0) => PendingMark.Set,
                ( > 0, 0) => PendingMark.Cleared,
                _ => PendingMark.Unchanged,
            },
        };
    }

    private static int WorkChange(PoolEntry entry) => entry switch
    {
        PrizeAwarded awarded => awarded.Closes == 0 ? 1 : 0,
        CardLost lost => lost.Closes == 0 ? 1 : 0,
        ClaimsClosed closed => -closed.Awards.Length,
        ClaimVoided => -1,
        WinTakenBack => 1,
        WinVoidRecorded => -1,
        _ => 0,
    };

    private void Break(Exception failure)
    {
        Failure ??= failure;
        _committing?.Fail(Failure);
        foreach (var batch in _waiting)
            batch.Fail(Failure);
        _waiting.Clear();
        _confirmed.Clear();
        _committing = null;
    }

    private sealed class Batch
    {
        private TaskCompletionSource? _done;

        public List<PoolEntry> Entries { get; } = [];

        /// <summary>Of the entries and of their keys.</summary>
        public int Rows { get; set; }

        /// <summary>Asked for only while it is not done.</summary>
        public Task Done => (_done ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public void Succeed() => _done?.TrySetResult();

        public void Fail(Exception failure) => _done?.TrySetException(failure);
    }
}
