namespace CampaignEngine.Journal.RocksDb;

/// <summary>
/// The embedded journal: one directory, one process. An append that returned is on disk (fsync). After a write error it
/// answers nothing any more, see <see cref="RocksDbJournalOptions.OnFatal"/>.
/// </summary>
public sealed partial class RocksDbJournal : IOrderedJournal, IJournalHealth, IJournalPurge, IAsyncDisposable
{
    private readonly OpenedJournal _opened;
    private readonly RocksDbStore _store;
    private readonly StreamRows _streams;
    private readonly ScopeRows _scopes;
    private readonly JournalState _state = new();
    private readonly GroupCommitter _committer;
    private readonly Lazy<Task> _closing;

    private RocksDbJournal(OpenedJournal opened, RocksDbJournalOptions options)
    {
        _opened = opened;
        _store = opened.Store;
        _streams = new StreamRows(_store);
        _scopes = new ScopeRows(_store, _streams);
        _committer = new GroupCommitter(_store, opened.Mark, _state, options);
        _closing = new Lazy<Task>(() => Task.Run(Close));
    }

    public bool IsHealthy => _state.IsOpen;

    /// <exception cref="JournalOpenException">It is in use, damaged or incomplete, or this platform cannot open it; the message says which.</exception>
    public static RocksDbJournal Open(RocksDbJournalOptions options) => new(OpenedJournal.Open(options), options);

    public Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append)
    {
        try
        {
            return BeginAppend(stream, head, append).Committed;
        }
        catch (Exception e)
        {
            return Task.FromException<StreamHead>(e);
        }
    }

    public BegunAppend BeginAppend(StreamId stream, StreamHead head, Append append)
    {
        AppendLimits.Check(head, append);
        CheckUniqueKeys(stream, head, append.UniqueKeys);
        var work = new AppendWork(stream, head, append);
        try
        {
            _committer.Add(work);
        }
        catch (JournalStoppedException)
        {
            work.Dispose();
            throw;
        }

        return new BegunAppend(work.Ticket, work.NewHead, work.Answer);
    }

    public Task RedactAsync(StreamId stream, long version)
    {
        if (version < 1) return Task.FromException(new ArgumentOutOfRangeException(nameof(version)));
        var work = new RedactWork(stream, version);
        try
        {
            _committer.Add(work);
            return work.Answer;
        }
        catch (JournalStoppedException e)
        {
            return Task.FromException(e);
        }
    }

    public async Task PurgeAsync(IReadOnlyCollection<StreamId> streams)
    {
        await Task.Run(() => Compact(streams)).ConfigureAwait(false);
        await EmptyLogsAsync().ConfigureAwait(false);
    }

    /// <summary>When it returns, the files do not hold it any more either.</summary>
    public async Task RemoveAsync(Scope scope, StreamKind kind)
    {
        var work = new RemoveWork(scope, kind);
        _committer.Add(work);
        await work.Answer.ConfigureAwait(false);
        await Task.Run(() => Compact(scope, kind)).ConfigureAwait(false);
        await EmptyLogsAsync().ConfigureAwait(false);
    }

    /// <summary>Commits what is queued, writes all rows to their files so that the log is empty, and closes.</summary>
    public ValueTask DisposeAsync() => new(_closing.Value);

    private async Task EmptyLogsAsync()
    {
        var work = new EmptyLogsWork(_store, _opened.Database);
        _committer.Add(work);
        await work.Answer.ConfigureAwait(false);
    }

    private void Compact(Scope scope, StreamKind kind)
    {
        using var lease = _state.Enter();
        _store.Flush();
        for (byte bucket = 0; bucket < Bucket.Count; bucket++)
        {
            var (from, to) = RocksDbKeys.KindRange(RocksDbKeys.Rows, new Bucket(scope, bucket), kind);
            _store.Compact(from, to);
        }
    }

    private void Compact(IReadOnlyCollection<StreamId> streams)
    {
        using var lease = _state.Enter();
        _store.Flush();
        foreach (var stream in streams)
        {
            var from = new byte[RocksDbKeys.StreamLength];
            RocksDbKeys.WriteStream(from, RocksDbKeys.Rows, stream);
            var to = new byte[RocksDbKeys.UniqueLength];
            to.AsSpan().Fill(byte.MaxValue);
            from.CopyTo(to, 0);
            _store.Compact(from, to);
        }
    }

    /// <summary>
    /// Read before the append queues: keys below the head never change, and when another append comes in between, the
    /// fence refuses this one anyway.
    /// </summary>
    private void CheckUniqueKeys(StreamId stream, StreamHead head, IReadOnlyList<UniqueKey> keys)
    {
        using var lease = _state.Enter();
        foreach (var key in keys)
        {
            if (_streams.FindByKey(stream, key.Key) is not { } taken) continue;
            if (_streams.Exists(stream, head.Version + 1)) throw new VersionConflictException(stream, head.Version + 1);
            throw new UniqueKeyTakenException(stream, key.Key, taken);
        }
    }

    private void Close()
    {
        _committer.Close();
        _state.Close();
        _state.WaitForReaders();
        _opened.Close(flush: !_state.HasFailed);
    }
}
